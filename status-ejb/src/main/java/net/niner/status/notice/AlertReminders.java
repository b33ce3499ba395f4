package net.niner.status.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When an alert that nobody acknowledged is told again: an outage after a quarter of an hour, an hour, and then every four hours; a finding every day. */
final class AlertReminders {

    static final Duration FIRST = Duration.ofMinutes(15);

    private static final List<Duration> AFTER_THE_FIRST = List.of(FIRST, Duration.ofHours(1));
    private static final Duration THEN_EVERY = Duration.ofHours(4);
    private static final Duration EVERY_DAY = Duration.ofDays(1);

    private AlertReminders() {}

    /** The next one after now, counted from the first mail; those that were missed are not made up for. */
    static Instant next(AlertKind kind, Instant firstTold, Instant now) {
        return kind == AlertKind.FINDING ? after(firstTold, now, EVERY_DAY) : ofOutage(firstTold, now);
    }

    private static Instant ofOutage(Instant firstTold, Instant now) {
        for (Duration after : AFTER_THE_FIRST) {
            if (firstTold.plus(after).isAfter(now)) {
                return firstTold.plus(after);
            }
        }
        return after(firstTold, now, THEN_EVERY);
    }

    private static Instant after(Instant firstTold, Instant now, Duration every) {
        return firstTold.plus(
                every.multipliedBy(Duration.between(firstTold, now).dividedBy(every) + 1));
    }
}
