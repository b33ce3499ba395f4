package net.niner.status.probe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/** Single values as YAML and JSON deliver them. */
final class Scalars {

    private Scalars() {}

    /**
     * As the person wrote it, so far as the parser left a trace of that: YAML takes an unquoted 2026-11-23 for a date, and yes for true.
     *
     * @throws IllegalArgumentException if it is no single value
     */
    static String text(Object raw) {
        if (raw instanceof String || raw instanceof Number || raw instanceof Boolean) {
            return raw.toString();
        }
        if (raw instanceof Date date) {
            return text(date.toInstant());
        }
        throw new IllegalArgumentException("not a single value");
    }

    private static String text(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        LocalDate day = utc.toLocalDate();
        return utc.toLocalTime().equals(LocalTime.MIDNIGHT) ? day.toString() : instant.toString();
    }
}
