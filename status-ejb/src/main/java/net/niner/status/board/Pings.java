package net.niner.status.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            return measuredAt != null && saysNothingFrom().isBefore(now);
        }

        private Instant saysNothingFrom() {
            return measuredAt.plus(staleAfter);
        }

        /** When it came to say what it says: if it is stale, when it became so. */
        private Instant sinceAt(Instant now) {
            return staleAt(now) ? saysNothingFrom() : since;
        }
    }

    private Pings() {}

    /**
     * Down if any check is, else slow if any is, else up if any is; unknown if none can say. It is down since the first of those that are
     * down, but answers only since the last of those that answer came to do so, and is unknown since the last of all became unknown.
     */
    static Observed of(List<Standing> checks, Instant now) {
        if (checks.isEmpty()) {
            return Observed.noCheck();
        }
        List<Standing> fresh = checks.stream().filter(c -> !c.staleAt(now)).toList();
        for (Outcome outcome : List.of(Outcome.DOWN, Outcome.SLOW, Outcome.UP)) {
            List<Standing> such =
                    fresh.stream().filter(c -> c.outcome() == outcome).toList();
            if (!such.isEmpty()) {
                Instant since = outcome == Outcome.DOWN
                        ? earliest(such.stream(), now)
                        : latest(fresh.stream().filter(c -> c.outcome().reachable()), now);
                return new Observed(outcome, quickest(such), since, Reason.MEASURED);
            }
        }
        return new Observed(Outcome.UNKNOWN, null, latest(checks.stream(), now), whyUnknown(checks, now));
    }

    private static Reason whyUnknown(List<Standing> checks, Instant now) {
        List<Standing> measured =
                checks.stream().filter(c -> c.measuredAt() != null).toList();
        if (measured.isEmpty()) {
            return Reason.NOT_YET;
        }
        return measured.stream().allMatch(c -> c.staleAt(now)) ? Reason.STALE : Reason.UNPROVEN;
    }

    private static Instant earliest(Stream<Standing> checks, Instant now) {
        return sinces(checks, now).min(Comparator.naturalOrder()).orElse(null);
    }

    private static Instant latest(Stream<Standing> checks, Instant now) {
        return sinces(checks, now).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<Instant> sinces(Stream<Standing> checks, Instant now) {
        return checks.map(check -> check.sinceAt(now)).filter(Objects::nonNull);
    }

    private static Duration quickest(List<Standing> checks) {
        return checks.stream()
                .filter(c -> c.outcome().reachable())
                .map(Standing::latency)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
