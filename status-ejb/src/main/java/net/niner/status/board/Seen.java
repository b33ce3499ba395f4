package net.niner.status.board;

import java.util.List;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.Observed.Reason;
import net.niner.status.probe.Outcome;

/**
 * What the checks see of all systems, in numbers.
 *
 * @param checked how many systems have a check
 * @param reachable how many of these answer, slowly or not
 * @param slow how many of these answer slowly
 * @param down how many do not answer
 * @param watch whether the checks see anything at all
 */
public record Seen(int systems, int checked, int reachable, int slow, int down, Watch watch) {

    /** The state of the watch itself. */
    public enum Watch {
        /** No system has a check. */
        NONE,
        /** At least one check measures, or is about to for the first time. */
        WATCHING,
        /** Checks measured once, and none does any more. */
        SILENT,
        /** Checks run, and none can prove anything. */
        UNPROVEN
    }

    static Seen of(List<Line> lines) {
        List<Observed> checked = lines.stream()
                .map(Line::observed)
                .filter(seen -> seen.reason() != Reason.NO_CHECK)
                .toList();
        return new Seen(
                lines.size(),
                checked.size(),
                (int) checked.stream().filter(seen -> seen.ping().reachable()).count(),
                count(checked, Outcome.SLOW),
                count(checked, Outcome.DOWN),
                watch(checked));
    }

    /** How many systems have no check. */
    public int unchecked() {
        return systems - checked;
    }

    /** How many systems have a check that proves nothing at the moment. */
    public int unknown() {
        return checked - reachable - down;
    }

    private static int count(List<Observed> checked, Outcome ping) {
        return (int) checked.stream().filter(seen -> seen.ping() == ping).count();
    }

    private static Watch watch(List<Observed> checked) {
        if (checked.isEmpty()) {
            return Watch.NONE;
        }
        if (checked.stream().anyMatch(seen -> seen.reason() == Reason.MEASURED || seen.reason() == Reason.NOT_YET)) {
            return Watch.WATCHING;
        }
        return checked.stream().anyMatch(seen -> seen.reason() == Reason.STALE) ? Watch.SILENT : Watch.UNPROVEN;
    }
}
