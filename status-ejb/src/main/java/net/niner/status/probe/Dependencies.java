package net.niner.status.probe;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which servers stand behind which, and which of them fail right now: a failure behind a failing parent is no failure of the child. A parent
 * counts as failing from its first failed measurement on, so that a child is not confirmed down while the parent still waits for its own
 * confirmations. Not thread-safe: one a round.
 */
public final class Dependencies {

    private final Map<Long, Long> parents;
    private final Map<Long, Set<Long>> failingChecks = new HashMap<>();

    /** @param parents server id to the id of the server that it depends on */
    public Dependencies(Map<Long, Long> parents) {
        this.parents = Map.copyOf(parents);
    }

    /** Notes what a check that counts for its server's ping saw last. */
    public void saw(long serverId, long checkId, Outcome outcome) {
        Set<Long> failing = failingChecks.computeIfAbsent(serverId, id -> new HashSet<>());
        if (outcome == Outcome.DOWN) {
            failing.add(checkId);
        } else if (outcome.reachable()) {
            failing.remove(checkId);
        }
    }

    /** The measurement, or, where it failed behind a failing parent, one that proves nothing. */
    Measurement weigh(DueCheck check, Measurement measurement) {
        if (check.counts()) {
            saw(check.serverId(), check.id(), measurement.outcome());
        }
        boolean unreachable = measurement.outcome() == Outcome.DOWN && behindFailure(check.serverId());
        return unreachable
                ? measurement.unproven("unreachable: the server that it depends on does not answer")
                : measurement;
    }

    private boolean behindFailure(long serverId) {
        Set<Long> seen = new HashSet<>();
        // a circle, should there ever be one, is walked once and not for ever
        for (Long above = parents.get(serverId); above != null && seen.add(above); above = parents.get(above)) {
            if (!failingChecks.getOrDefault(above, Set.of()).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
