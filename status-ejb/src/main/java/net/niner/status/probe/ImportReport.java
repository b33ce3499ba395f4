package net.niner.status.probe;

import java.util.List;

/**
 * What an import changed, or, as a dry run, would change.
 *
 * @param changes none if the file says what is so already
 */
public record ImportReport(boolean dryRun, List<Change> changes) {

    public ImportReport {
        changes = List.copyOf(changes);
    }

    /** What happens to a server or check. */
    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }

    /**
     * @param subject as in {@code server NC036}, {@code check NC036 web}
     * @param detail what is different, as in {@code role: WEB_SERVER -> MAIL_SERVER}; never a secret
     */
    public record Change(Action action, String subject, String detail) {}
}
