package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import net.niner.status.probe.CheckState.Seen;

/**
 * When a check's measurements are believed. Down only after the confirmations, and then backdated to the first failure; back likewise;
 * slow and no longer slow likewise. Measurements that are to confirm each other must follow each other: after a gap above {@link
 * CheckRules#staleAfter}, as when the site was stopped, counting begins anew. What proves nothing ({@link Outcome#UNKNOWN}) counts neither
 * way, but enough of it in a row makes the check unknown and breaks a run of failures. An outage stays open until the target is proven to be
 * back. (Source: the company's rules of the verdict.)
 */
public final class Verdict {

    /** Changes among the last {@link CheckState#WINDOW} that make a check flap: 30 %. */
    static final int FLAPPING_FROM = CheckState.WINDOW * 30 / 100;

    /** Changes at or below which it is calm again, 15 %: less than the above, so that flapping itself does not flap. */
    static final int CALM_AT = CheckState.WINDOW * 15 / 100;

    private Verdict() {}

    /** The next state; {@code measurement} is younger than all that {@code state} remembers. */
    public static CheckState after(CheckState state, Measurement measurement, CheckRules rules) {
        CheckState same = new CheckState(
                state.outcome(), state.since(), state.downSince(), state.flapping(), state.recentAnd(measurement));
        CheckState believed =
                switch (measurement.outcome()) {
                    case UNKNOWN -> unproven(same, rules);
                    case DOWN -> failed(same, rules);
                    case UP, SLOW -> answered(same, measurement.outcome(), rules);
                };
        return new CheckState(
                believed.outcome(), believed.since(), believed.downSince(), flapping(believed), believed.recent());
    }

    private static CheckState unproven(CheckState state, CheckRules rules) {
        Run run = Run.ending(state.recent(), rules, o -> o == Outcome.UNKNOWN, 0);
        boolean believed = state.outcome() != Outcome.UNKNOWN && run.length >= rules.failures();
        return believed ? turned(state, Outcome.UNKNOWN, run.began, state.downSince()) : state;
    }

    private static CheckState failed(CheckState state, CheckRules rules) {
        if (state.isDown()) {
            return state.outcome() == Outcome.DOWN
                    ? state
                    : turned(state, Outcome.DOWN, state.downSince(), state.downSince());
        }
        Run run = Run.ending(state.recent(), rules, o -> o == Outcome.DOWN, rules.failures());
        return run.length >= rules.failures() ? turned(state, Outcome.DOWN, run.began, run.began) : state;
    }

    private static CheckState answered(CheckState state, Outcome outcome, CheckRules rules) {
        if (state.outcome() == outcome) {
            return state;
        }
        Run answering = Run.ending(state.recent(), rules, Outcome::reachable, rules.failures());
        if (state.isDown()) {
            return answering.length >= rules.successes() ? turned(state, outcome, answering.began, null) : state;
        }
        if (state.outcome() == Outcome.UNKNOWN) {
            return turned(state, outcome, answering.began, null);
        }
        Run run = Run.ending(state.recent(), rules, o -> o == outcome, rules.failures());
        int needed = outcome == Outcome.SLOW ? rules.failures() : rules.successes();
        return run.length >= needed ? turned(state, outcome, run.began, null) : state;
    }

    private static CheckState turned(CheckState state, Outcome outcome, Instant since, Instant downSince) {
        return new CheckState(outcome, since, downSince, state.flapping(), state.recent());
    }

    /** Begins only while an outage is open: lost probes that nobody believed must not silence the alarm of the outage after them. */
    private static boolean flapping(CheckState state) {
        int changes = changes(state.recent());
        return state.flapping() ? changes > CALM_AT : state.isDown() && changes >= FLAPPING_FROM;
    }

    private static int changes(List<Seen> recent) {
        int changes = 0;
        Boolean last = null;
        for (Seen seen : recent) {
            if (seen.outcome() != Outcome.UNKNOWN) {
                boolean reachable = seen.outcome().reachable();
                changes += last != null && last != reachable ? 1 : 0;
                last = reachable;
            }
        }
        return changes;
    }

    /** Measurements of one sort at the end of those remembered, and when the first of them was. */
    private record Run(int length, Instant began) {

        /** @param patience so many unknown ones in a row end the run; fewer are passed over; 0 to pass over none */
        static Run ending(List<Seen> recent, CheckRules rules, Predicate<Outcome> sort, int patience) {
            Run run = new Run(0, null);
            Instant next = recent.get(recent.size() - 1).at();
            int unknown = 0;
            for (int i = recent.size() - 1; i >= 0; i--) {
                Seen seen = recent.get(i);
                if (Duration.between(seen.at(), next).compareTo(rules.staleAfter()) > 0) {
                    break;
                }
                next = seen.at();
                if (sort.test(seen.outcome())) {
                    run = new Run(run.length + 1, seen.at());
                    unknown = 0;
                } else if (seen.outcome() != Outcome.UNKNOWN || ++unknown >= patience) {
                    break;
                }
            }
            return run;
        }
    }
}
