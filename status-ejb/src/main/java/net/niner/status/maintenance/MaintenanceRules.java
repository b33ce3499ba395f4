package net.niner.status.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.niner.status.maintenance.InvalidMaintenance.Fault;
import net.niner.status.maintenance.InvalidMaintenance.Problem;

/** What a window may look like, and what its own time makes of it. Pure. */
final class MaintenanceRules {

    static final Duration LONGEST = Duration.ofDays(60);

    private MaintenanceRules() {}

    /** @param known the codes of the servers that there are */
    static List<Problem> problems(MaintenanceDraft draft, Set<String> known, Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (draft.title().isEmpty()) {
            problems.add(new Problem("title", Fault.TITLE_MISSING, ""));
        } else if (draft.title().length() > MaintenanceWindow.TITLE_LENGTH) {
            problems.add(new Problem("title", Fault.TITLE_LONG, ""));
        }
        if (draft.servers().isEmpty()) {
            problems.add(new Problem("servers", Fault.SERVERS_MISSING, ""));
        }
        draft.servers().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> problems.add(new Problem("servers", Fault.NO_SUCH_SERVER, code)));
        problems.addAll(times(draft.from(), draft.until(), now));
        return problems;
    }

    static List<Problem> times(Instant from, Instant until, Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (from == null) {
            problems.add(new Problem("from", Fault.TIME_MISSING, ""));
        }
        if (until == null) {
            problems.add(new Problem("until", Fault.TIME_MISSING, ""));
        }
        if (from != null && until != null) {
            if (!from.isBefore(until)) {
                problems.add(new Problem("until", Fault.ENDS_BEFORE, ""));
            } else if (!until.isAfter(now)) {
                problems.add(new Problem("until", Fault.PAST, ""));
            } else if (Duration.between(from, until).compareTo(LONGEST) > 0) {
                problems.add(new Problem("until", Fault.TOO_LONG, ""));
            }
        }
        return problems;
    }

    /**
     * Starts and ends it, if its time has come. It took place as planned, even where the site was not there to see it, unless its plan was changed after
     * that time.
     *
     * @return whether something changed
     */
    static boolean advance(MaintenanceWindow window, Instant now) {
        boolean changed = false;
        Instant planned = window.changedAt();
        if (window.state() == MaintenanceState.PLANNED
                && window.startsItself()
                && !window.plannedFrom().isAfter(now)) {
            window.start(planned.isAfter(window.plannedFrom()) ? planned : window.plannedFrom());
            changed = true;
        }
        if (window.state().isActive()
                && window.endsItself()
                && !window.plannedUntil().isAfter(now)) {
            window.complete(planned.isAfter(window.plannedUntil()) ? now : window.plannedUntil());
            changed = true;
        }
        return changed;
    }
}
