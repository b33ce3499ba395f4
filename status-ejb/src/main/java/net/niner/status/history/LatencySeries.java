package net.niner.status.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.niner.status.probe.Outcome;

/**
 * The latencies of a check over a time, thinned out to what a chart can show.
 *
 * @param from UTC
 * @param to UTC
 * @param points in the order of time, at most {@link #MOST}; none for a part of the time in which nothing was measured
 */
public record LatencySeries(Instant from, Instant to, List<Point> points) {

    public static final int MOST = 300;

    /**
     * What was measured in one part of the time.
     *
     * @param at its beginning
     * @param count how many measurements
     * @param failures how many of them found the target down
     * @param least null, and the other two as well, where nothing answered
     */
    public record Point(Instant at, int count, int failures, Duration least, Duration median, Duration most) {}

    public LatencySeries {
        points = List.copyOf(points);
    }

    /** @param samples of that time, in any order */
    static LatencySeries of(Collection<Sample> samples, Instant from, Instant to) {
        long width = Math.max(1, (to.toEpochMilli() - from.toEpochMilli() + MOST - 1) / MOST);
        Map<Long, List<Sample>> parts = new TreeMap<>();
        for (Sample sample : samples) {
            long part = (sample.at().toEpochMilli() - from.toEpochMilli()) / width;
            parts.computeIfAbsent(Math.max(0, Math.min(part, MOST - 1)), p -> new ArrayList<>())
                    .add(sample);
        }
        List<Point> points = new ArrayList<>();
        parts.forEach((part, those) -> points.add(point(from.plusMillis(part * width), those)));
        return new LatencySeries(from, to, points);
    }

    private static Point point(Instant at, List<Sample> samples) {
        List<Duration> latencies = samples.stream()
                .map(Sample::latency)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int failures =
                (int) samples.stream().filter(s -> s.outcome() == Outcome.DOWN).count();
        return latencies.isEmpty()
                ? new Point(at, samples.size(), failures, null, null, null)
                : new Point(
                        at,
                        samples.size(),
                        failures,
                        latencies.get(0),
                        latencies.get((latencies.size() - 1) / 2),
                        latencies.get(latencies.size() - 1));
    }
}
