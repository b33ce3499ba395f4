package net.niner.status.probe;

import java.time.Duration;

/**
 * How often a check asks, and when its answers are believed.
 *
 * @param interval whole seconds, 5 s to 1 day
 * @param timeout of one attempt, 100 ms to 60 s
 * @param failures in a row that make it down, 1 to 10
 * @param successes in a row that bring it back, 1 to 10
 * @param slowAbove a latency above this is slow, null for never
 */
public record CheckRules(Duration interval, Duration timeout, int failures, int successes, Duration slowAbove) {

    public static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);
    public static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
    public static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    public static final int MOST_CONFIRMATIONS = 10;

    /** A measurement older than so many intervals, each with a timeout, says nothing any more. */
    public static final int STALE_AFTER_INTERVALS = 3;

    /** What holds where nobody says otherwise. */
    public static final CheckRules DEFAULT = new CheckRules(Duration.ofSeconds(60), Duration.ofSeconds(10), 3, 2, null);

    /** @throws IllegalArgumentException naming the first rule that is out of range */
    public CheckRules {
        within("interval", interval, SHORTEST_INTERVAL, LONGEST_INTERVAL);
        within("timeout", timeout, SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
        within("failures", failures);
        within("successes", successes);
        if (slowAbove != null) {
            within("slow-above", slowAbove, Duration.ofMillis(1), LONGEST_TIMEOUT);
        }
    }

    /** How long a measurement of a check with that interval and that timeout says something. */
    public static Duration staleAfter(Duration interval, Duration timeout) {
        return interval.plus(timeout).multipliedBy(STALE_AFTER_INTERVALS);
    }

    /** How long a measurement says something: two that lie further apart have nothing to do with each other. */
    public Duration staleAfter() {
        return staleAfter(interval, timeout);
    }

    static CheckRules of(int intervalSeconds, int timeoutMillis, int failures, int successes, Integer slowAboveMillis) {
        return new CheckRules(
                Duration.ofSeconds(intervalSeconds),
                Duration.ofMillis(timeoutMillis),
                failures,
                successes,
                slowAboveMillis == null ? null : Duration.ofMillis(slowAboveMillis));
    }

    private static void within(String rule, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new Misfit(
                    Fault.RANGE,
                    rule + " must be between " + text(least) + " and " + text(most) + ", not " + text(value),
                    text(least),
                    text(most));
        }
    }

    private static void within(String rule, int value) {
        if (value < 1 || value > MOST_CONFIRMATIONS) {
            throw new Misfit(
                    Fault.RANGE,
                    rule + " must be between 1 and " + MOST_CONFIRMATIONS + ", not " + value,
                    "1",
                    "" + MOST_CONFIRMATIONS);
        }
    }

    /** As a person reads it in a list of changes. */
    @Override
    public String toString() {
        return "every " + text(interval) + ", timeout " + text(timeout) + ", down after " + failures + ", up after "
                + successes + (slowAbove == null ? "" : ", slow above " + text(slowAbove));
    }

    /** As a person writes it in the servers file: {@code 90s}, {@code 250ms}. */
    public static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
