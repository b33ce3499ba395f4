package net.niner.status.history;

import java.time.Instant;

/**
 * The latencies of one part of a time, in microseconds; all null where nothing answered.
 *
 * @param at its beginning, UTC
 */
public record LatencyPoint(Instant at, Integer least, Integer median, Integer p95) {

    static LatencyPoint of(Instant at, Digest digest) {
        return new LatencyPoint(at, digest.min(), digest.p50(), digest.p95());
    }
}
