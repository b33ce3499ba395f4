package net.niner.status.notice;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.niner.status.platform.SiteUrl;

/** What owners read of some alerts, all of one kind. */
final class AlertText {

    private static final int NAMED = 3;

    private final AnnouncementWords words;
    private final SiteUrl site;

    AlertText(Locale locale, SiteUrl site) {
        this.words = new AnnouncementWords(locale);
        this.site = site;
    }

    /** @param step what happened: {@code new}, {@code reminder} or {@code over} */
    MailText of(List<Alert> alerts, String step) {
        AlertKind kind = alerts.get(0).kind();
        AlertSeverity worst = alerts.stream()
                .map(Alert::severity)
                .max(AlertSeverity::compareTo)
                .orElseThrow();
        String about = alerts.stream().limit(NAMED).map(Alert::subject).collect(Collectors.joining(", "));
        int more = Math.max(0, alerts.size() - NAMED);
        String what = words.of("alert." + kind + "." + step, alerts.size(), about, more);
        return new Letter()
                .paragraph(what)
                .table(
                        List.of(
                                words.of("alert.subject"),
                                words.of("alert.severity"),
                                words.of("alert.since"),
                                words.of(step.equals(AlertTelling.OVER) ? "alert.until" : "alert.cause")),
                        alerts.stream().map(alert -> row(alert, step)).toList())
                .link(
                        words.of(step.equals(AlertTelling.OVER) ? "alert.link.over" : "alert.link"),
                        site.of("/admin/alerts"))
                .under(words.of("alert." + worst) + ": " + what);
    }

    private List<String> row(Alert alert, String step) {
        return List.of(
                alert.subject(),
                words.of("alert." + alert.severity()),
                words.time(alert.began()),
                step.equals(AlertTelling.OVER) ? words.time(alert.closed().orElse(Instant.EPOCH)) : alert.cause());
    }
}
