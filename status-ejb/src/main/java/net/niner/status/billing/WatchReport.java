package net.niner.status.billing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a watch found and did.
 *
 * @param clients how many were checked
 * @param planned how many notices the day asks for, told already or not
 * @param fresh how many of them were not in the outbox before
 * @param held how many are due and cannot go out
 * @param lines for a person: what became of runs, whom to tell what and why, and what is held and why
 */
public record WatchReport(
        LocalDate day, boolean dryRun, int clients, int planned, int fresh, int held, List<String> lines) {

    public WatchReport {
        lines = List.copyOf(lines);
    }

    /** In one sentence, without a name. */
    public String sentence() {
        if (clients == 0) {
            return "no client has a service that expires: nothing to watch";
        }
        return "checked " + clients + (clients == 1 ? " client" : " clients") + " on " + day + ": " + planned
                + (planned == 1 ? " notice" : " notices") + " planned, " + fresh
                + (dryRun ? " would be new, " : " new, ")
                + held + " held";
    }
}
