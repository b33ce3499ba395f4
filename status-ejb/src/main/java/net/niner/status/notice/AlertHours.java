package net.niner.status.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * When owners want to be told only of what is critical.
 *
 * @param from to {@code until}, over midnight if that is earlier; the same time for never
 * @param version as the person saw it
 */
public record AlertHours(LocalTime from, LocalTime until, ZoneId zone, int version) {

    public AlertHours {
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(zone);
    }

    /** When they end, if it is quiet at that instant. */
    Optional<Instant> end(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        LocalTime time = there.toLocalTime();
        boolean overMidnight = until.isBefore(from);
        boolean quiet = overMidnight
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        boolean tomorrow = overMidnight && !time.isBefore(from);
        return Optional.of(there.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(until)
                .atZone(zone)
                .toInstant());
    }
}
