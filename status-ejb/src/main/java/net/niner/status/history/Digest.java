package net.niner.status.history;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import net.niner.status.probe.Outcome;

/**
 * Many samples in a few numbers. Latencies are in microseconds, by nearest rank, and null where nothing answered.
 *
 * @param up how many samples found the target well; the other counts likewise
 */
public record Digest(
        int up, int slow, int down, int unknown, Integer min, Integer p50, Integer p95, Integer p99, Integer max) {

    private static final int HALF = 50;
    private static final int MOST = 95;
    private static final int NEARLY_ALL = 99;
    private static final int ALL = 100;

    static Digest of(Collection<Sample> samples) {
        List<Integer> latencies = samples.stream()
                .map(Digest::micros)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        boolean none = latencies.isEmpty();
        return new Digest(
                count(samples, Outcome.UP),
                count(samples, Outcome.SLOW),
                count(samples, Outcome.DOWN),
                count(samples, Outcome.UNKNOWN),
                none ? null : latencies.get(0),
                none ? null : rank(latencies, HALF),
                none ? null : rank(latencies, MOST),
                none ? null : rank(latencies, NEARLY_ALL),
                none ? null : latencies.get(latencies.size() - 1));
    }

    public int count() {
        return up + slow + down + unknown;
    }

    /** Null where nothing answered. */
    static Integer micros(Sample sample) {
        return sample.latency() == null
                ? null
                : (int) Math.min(Integer.MAX_VALUE, sample.latency().toNanos() / 1_000);
    }

    private static Integer rank(List<Integer> sorted, int percent) {
        return sorted.get((sorted.size() * percent + ALL - 1) / ALL - 1);
    }

    private static int count(Collection<Sample> samples, Outcome outcome) {
        return (int)
                samples.stream().filter(sample -> sample.outcome() == outcome).count();
    }
}
