package net.niner.status.batch.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * When the schedule starts a job.
 *
 * @param next when it does so next; null where it does not, or where nothing is to be done
 * @param overdue true if it should have run long ago
 */
public record Timetable(Kind kind, Instant next, boolean overdue) {

    private static final Duration DUE_WAITS_AT_MOST = Duration.ofMinutes(2);

    /** What makes a job start. */
    public enum Kind {
        /** It starts whenever there is something to do. */
        WHEN_DUE,
        /** It starts again and again after a while. */
        INTERVAL,
        /** Nobody but a person starts it. */
        BY_HAND
    }

    static Timetable byHand() {
        return new Timetable(Kind.BY_HAND, null, false);
    }

    /** @param due since when, or from when, something is to be done; null if nothing is */
    static Timetable whenDue(Instant due, Instant now) {
        return new Timetable(
                Kind.WHEN_DUE,
                due == null || due.isAfter(now) ? due : now,
                due != null && due.plus(DUE_WAITS_AT_MOST).isBefore(now));
    }

    /** @param last when it ran last, or when the schedule began */
    static Timetable interval(Duration interval, Instant last, Instant next, Instant now) {
        return new Timetable(
                Kind.INTERVAL, next, last.plus(interval.multipliedBy(2)).isBefore(now));
    }
}
