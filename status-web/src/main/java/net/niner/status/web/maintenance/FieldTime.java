package net.niner.status.web.maintenance;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A time in a field of type {@code datetime-local}, UTC, to the minute. */
final class FieldTime {

    private FieldTime() {}

    static String of(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Null where nothing, or nothing that can be read, was given. */
    static Instant read(String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
