package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;

/**
 * A check as an operator sees it. Times are UTC; null where nothing was measured yet.
 *
 * @param state the confirmed state
 * @param since when the state began
 * @param lastOutcome what the last probe saw, confirmed or not
 */
public record CheckReport(
        long id,
        String server,
        String name,
        String kind,
        Outcome state,
        boolean flapping,
        Instant since,
        Duration latency,
        Instant measuredAt,
        Outcome lastOutcome,
        String detail,
        Instant dueAt,
        boolean paused) {}
