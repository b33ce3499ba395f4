package net.niner.status.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a check's past.
 *
 * @param firstAt its first measurement, null if there is none
 * @param blind when it knew nothing, the time before its first measurement included
 * @param halfHours its latencies of the last day
 * @param days its latencies of the last ninety days, UTC
 */
public record CheckPast(Instant firstAt, List<Interval> blind, List<LatencyPoint> halfHours, List<LatencyPoint> days) {

    public CheckPast {
        blind = List.copyOf(blind);
        halfHours = List.copyOf(halfHours);
        days = List.copyOf(days);
    }

    public Optional<Instant> first() {
        return Optional.ofNullable(firstAt);
    }
}
