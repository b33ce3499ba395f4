package net.niner.status.maintenance;

/**
 * What to publish about a window along with a change of it.
 *
 * @param title without the servers' codes in front; empty for the window's
 * @param body Markdown
 */
public record MaintenanceNews(String title, String body) {

    public MaintenanceNews {
        title = title == null ? "" : title.strip();
        body = body == null ? "" : body.strip();
    }

    /** Publishes nothing. */
    public static MaintenanceNews none() {
        return new MaintenanceNews("", "");
    }

    public boolean isNone() {
        return body.isEmpty();
    }
}
