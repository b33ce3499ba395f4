package net.niner.status.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.probe.Outcome;

/** When a check knew nothing: its last sample proved nothing, or was too old. Pure. */
final class Blindness {

    private Blindness() {}

    /**
     * From the first sample until then.
     *
     * @param samples in the order of time
     * @param staleAfter how long one says something
     */
    static List<Interval> of(List<Sample> samples, Duration staleAfter, Instant until) {
        List<Interval> blind = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            Instant next = i + 1 < samples.size() ? samples.get(i + 1).at() : until;
            Instant knownUntil = sample.outcome() == Outcome.UNKNOWN
                    ? sample.at()
                    : sample.at().plus(staleAfter);
            if (knownUntil.isBefore(next)) {
                blind.add(new Interval(knownUntil, next));
            }
        }
        return Interval.merged(blind);
    }
}
