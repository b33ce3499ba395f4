package net.niner.status.web.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.UpdateTemplate;

/** A template's words with what is known put in. Posts are in the company's language, so states are named in English here. */
final class FilledTemplate {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private FilledTemplate() {}

    static String text(
            UpdateTemplate template, Collection<String> codes, IncidentState state, Instant began, Instant now) {
        return UpdateTemplate.fill(
                template.text(),
                Map.of(
                        "server", codes.stream().findFirst().orElse(""),
                        "servers", joined(List.copyOf(codes)),
                        "time", time(now),
                        "began", time(began),
                        "state", state.name().toLowerCase(Locale.ROOT),
                        "minutes", String.valueOf(Duration.between(began, now).toMinutes())));
    }

    private static String joined(List<String> codes) {
        int size = codes.size();
        return size < 2
                ? String.join("", codes)
                : String.join(", ", codes.subList(0, size - 1)) + " and " + codes.get(size - 1);
    }

    private static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
