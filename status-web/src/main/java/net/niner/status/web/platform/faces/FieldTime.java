package net.niner.status.web.platform.faces;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** An instant as a browser's field for day and time writes it, to the second; in UTC, as all times of the site. */
public final class FieldTime {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private FieldTime() {}

    /** Null for null. */
    public static String of(Instant at) {
        return at == null ? null : FORM.format(at.atOffset(ZoneOffset.UTC));
    }

    /**
     * Seconds may be left out, as browsers do.
     *
     * @return null for nothing
     * @throws DateTimeParseException if it is no time
     */
    public static Instant parse(String text) {
        return text == null || text.isBlank()
                ? null
                : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    }

    /** Empty for nothing, and for what is no time. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.ofNullable(parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
