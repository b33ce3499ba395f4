package net.niner.status.notice;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time. Pure. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /** @param attempts how often it was tried, at least once */
    static Duration after(int attempts) {
        return doubled(SHORTEST, LONGEST, attempts);
    }

    static Duration doubled(Duration shortest, Duration longest, int times) {
        Duration wait = shortest.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, times - 1)));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
