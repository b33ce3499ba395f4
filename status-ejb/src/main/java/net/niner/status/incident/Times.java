package net.niner.status.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.incident.InvalidIncident.Problem;

/**
 * When an incident was what, UTC, in whole seconds.
 *
 * @param began when clients could first notice it
 * @param noticed when its people did
 * @param resolved null while it is open
 */
public record Times(Instant began, Instant noticed, Instant resolved) {

    public Times {
        began = seconds(began);
        noticed = seconds(noticed);
        resolved = seconds(resolved);
    }

    /** What is wrong with them, seen from that moment: an incident begins before it is noticed and is noticed before it is resolved, none of it in the future. */
    public List<Problem> problems(Instant now) {
        List<Problem> problems = new ArrayList<>();
        future("began", began, now, problems);
        future("noticed", noticed, now, problems);
        future("resolved", resolved, now, problems);
        if (noticed.isBefore(began)) {
            problems.add(new Problem("noticed", Fault.NOTICED_BEFORE_BEGAN));
        }
        if (resolved != null && resolved.isBefore(noticed)) {
            problems.add(new Problem("resolved", Fault.RESOLVED_BEFORE_NOTICED));
        }
        return problems;
    }

    private static void future(String field, Instant at, Instant now, List<Problem> problems) {
        if (at != null && at.isAfter(now)) {
            problems.add(new Problem(field, Fault.FUTURE));
        }
    }

    /** To the second: what a person can type again in a form is the same as what is stored. */
    static Instant seconds(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS);
    }
}
