package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether most checks fail: then the fault may be ours. The last outcome of each check counts, so that one that asks often does not outvote
 * the others; those of the last minute, so that answers from before the failure do not hide it; and always those of the last few checks, so
 * that it is also seen where checks are few or ask rarely. Safe for many threads.
 */
final class MassFailure {

    static final Duration WHILE = Duration.ofSeconds(60);

    /** So many checks are heard however long ago they asked. */
    static final int FEW = 5;

    private record Heard(Instant at, boolean failed) {}

    /** By check id, the one heard last at the end. */
    private final Map<Long, Heard> last = new LinkedHashMap<>();

    /** Hears one check; what proves nothing is not heard. */
    synchronized void hear(long checkId, Instant at, Outcome outcome) {
        if (outcome != Outcome.UNKNOWN) {
            last.remove(checkId);
            last.put(checkId, new Heard(at, outcome == Outcome.DOWN));
            forgetBefore(at.minus(WHILE));
        }
    }

    /** True if more than half of the checks that were heard last failed. */
    synchronized boolean suspected() {
        long failed = last.values().stream().filter(Heard::failed).count();
        return failed * 2 > last.size();
    }

    private void forgetBefore(Instant then) {
        Iterator<Heard> oldest = last.values().iterator();
        while (last.size() > FEW && oldest.next().at().isBefore(then)) {
            oldest.remove();
        }
    }
}
