package net.niner.status.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When an alert that nobody acknowledged is told again: after a quarter of an hour, an hour, and then every four hours. */
final class AlertReminders {

    static final Duration FIRST = Duration.ofMinutes(15);

    private static final List<Duration> AFTER_THE_FIRST = List.of(FIRST, Duration.ofHours(1));
    private static final Duration THEN_EVERY = Duration.ofHours(4);

    private AlertReminders() {}

    /** The next one after now, counted from the first mail; those that were missed are not made up for. */
    static Instant next(Instant firstTold, Instant now) {
        for (Duration after : AFTER_THE_FIRST) {
            if (firstTold.plus(after).isAfter(now)) {
                return firstTold.plus(after);
            }
        }
        long rounds = Duration.between(firstTold, now).dividedBy(THEN_EVERY) + 1;
        return firstTold.plus(THEN_EVERY.multipliedBy(rounds));
    }
}
