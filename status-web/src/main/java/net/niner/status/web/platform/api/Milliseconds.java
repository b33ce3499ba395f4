package net.niner.status.web.platform.api;

import java.time.Duration;

/** The unit of durations in the API. */
public final class Milliseconds {

    private static final double NANOS = 1e6;

    private Milliseconds() {}

    /** @return with its fractions, null for null */
    public static Double of(Duration duration) {
        return duration == null ? null : duration.toNanos() / NANOS;
    }
}
