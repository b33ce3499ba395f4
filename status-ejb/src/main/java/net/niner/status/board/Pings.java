package net.niner.status.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.niner.status.board.Observed.Reason;
import net.niner.status.probe.Outcome;

/** How a server's ping follows from its checks. Pure. */
final class Pings {

    /**
     * How one check that counts stands.
     *
     * @param since null before the first belief
     * @param measuredAt null before the first measurement
     * @param latency null where the last probe got no answer
     * @param staleAfter how long a measurement says something
     */
    record Standing(Outcome outcome, Instant since, Instant measuredAt, Duration latency, Duration staleAfter) {

        boolean staleAt(Instant now) {
            return measuredAt != null && measuredAt.plus(staleAfter).isBefore(now);
        }
    }

    private Pings() {}

    /** Down if any check is, else slow if any is, else up if any is; unknown if none can say. */
    static Observed of(List<Standing> checks, Instant now) {
        if (checks.isEmpty()) {
            return Observed.noCheck();
        }
        List<Standing> fresh = checks.stream().filter(c -> !c.staleAt(now)).toList();
        for (Outcome outcome : List.of(Outcome.DOWN, Outcome.SLOW, Outcome.UP)) {
            List<Standing> such =
                    fresh.stream().filter(c -> c.outcome() == outcome).toList();
            if (!such.isEmpty()) {
                return new Observed(outcome, quickest(such), earliest(such), Reason.MEASURED);
            }
        }
        Reason reason = fresh.isEmpty() ? Reason.STALE : Reason.UNPROVEN;
        return new Observed(Outcome.UNKNOWN, null, earliest(checks), reason);
    }

    private static Duration quickest(List<Standing> checks) {
        return checks.stream()
                .filter(c -> c.outcome().reachable())
                .map(Standing::latency)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant earliest(List<Standing> checks) {
        return checks.stream()
                .map(Standing::since)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
