package net.niner.status.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Failed attempts by whatever they are counted by, of which the latest ten thousand are remembered for a day. Not safe for threads by itself. */
final class Attempts {

    private static final int MOST = 10_000;
    private static final Duration MEMORY = Duration.ofDays(1);

    private final SignInDelay delay;
    private final Map<String, Trace> traces = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Trace> eldest) {
            return size() > MOST;
        }
    };

    /** The latest counts at the instant of the last. */
    record Trace(int failures, Instant last) {}

    Attempts(SignInDelay delay) {
        this.delay = delay;
    }

    Duration wait(String key, Instant now) {
        Trace trace = trace(key, now);
        Duration wait = Duration.between(now, trace.last().plus(delay.after(trace.failures())));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Counts one as failed until it is taken back, and returns what was there before. */
    Trace count(String key, Instant now) {
        Trace before = trace(key, now);
        traces.put(key, new Trace(before.failures() + 1, now));
        return before;
    }

    /** As if that one had not been. */
    void takeBack(String key, Trace before, Instant counted) {
        Trace trace = traces.get(key);
        if (trace != null) {
            boolean last = trace.last().equals(counted) && trace.failures() == before.failures() + 1;
            traces.put(key, last ? before : new Trace(Math.max(0, trace.failures() - 1), trace.last()));
        }
    }

    void forget(String key) {
        traces.remove(key);
    }

    private Trace trace(String key, Instant now) {
        Trace trace = traces.get(key);
        return trace == null || trace.last().plus(MEMORY).isBefore(now) ? new Trace(0, Instant.EPOCH) : trace;
    }
}
