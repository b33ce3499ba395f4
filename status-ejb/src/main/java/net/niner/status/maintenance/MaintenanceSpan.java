package net.niner.status.maintenance;

import java.time.Instant;
import net.niner.status.history.Interval;

/**
 * A time in which work on a server went on.
 *
 * @param until null while it goes on
 */
public record MaintenanceSpan(long windowId, Instant from, Instant until) {

    /** As far as now. */
    public Interval interval(Instant now) {
        Instant end = until == null ? now : until;
        return new Interval(from, end.isBefore(from) ? from : end);
    }
}
