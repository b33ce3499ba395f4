package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Whether most probes of the last while failed: then the fault may be ours. Safe for many threads. */
final class MassFailure {

    static final Duration WHILE = Duration.ofSeconds(60);

    /** Fewer measurements than this say nothing about most. */
    static final int FEWEST = 3;

    private record Second(long epochSecond, int[] failedOf) {}

    private final Deque<Second> seconds = new ArrayDeque<>();
    private int failed;
    private int total;

    /** Counts one probe; what proves nothing is not counted. */
    synchronized void count(Instant at, Outcome outcome) {
        if (outcome == Outcome.UNKNOWN) {
            return;
        }
        if (seconds.isEmpty() || seconds.getLast().epochSecond() < at.getEpochSecond()) {
            seconds.addLast(new Second(at.getEpochSecond(), new int[2]));
        }
        int[] failedOf = seconds.getLast().failedOf();
        failedOf[1]++;
        total++;
        if (outcome == Outcome.DOWN) {
            failedOf[0]++;
            failed++;
        }
    }

    /** True if more than half of the probes in the {@link #WHILE} before {@code now} failed. */
    synchronized boolean suspected(Instant now) {
        long oldest = now.minus(WHILE).getEpochSecond();
        while (!seconds.isEmpty() && seconds.getFirst().epochSecond() < oldest) {
            int[] failedOf = seconds.removeFirst().failedOf();
            failed -= failedOf[0];
            total -= failedOf[1];
        }
        return total >= FEWEST && failed * 2 > total;
    }
}
