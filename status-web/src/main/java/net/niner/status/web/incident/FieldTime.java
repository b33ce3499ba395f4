package net.niner.status.web.incident;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** An instant as a browser's field for day and time writes it; in UTC, as all times of the site. */
final class FieldTime {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private FieldTime() {}

    static String of(Instant at) {
        return at == null ? null : FORM.format(at.atOffset(ZoneOffset.UTC));
    }

    /**
     * @return null for nothing
     * @throws DateTimeParseException if it is no time
     */
    static Instant parse(String text) {
        return text == null || text.isBlank()
                ? null
                : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    }
}
