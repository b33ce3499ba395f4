package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;

/** When a check is due: at fixed points of a grid of its own, so that checks of one interval spread evenly and lost time is not caught up. */
final class Cadence {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private Cadence() {}

    /** The first point of the check's grid after {@code after}. */
    static Instant next(long checkId, Duration interval, Instant after) {
        long step = interval.toMillis();
        long offset = Long.remainderUnsigned(checkId * GOLDEN_RATIO, step);
        long passed = Math.floorDiv(after.toEpochMilli() - offset, step);
        return Instant.ofEpochMilli((passed + 1) * step + offset);
    }
}
