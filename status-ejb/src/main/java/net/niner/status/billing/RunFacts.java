package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * An invoice run as it stands on a day. It is known by its bill day.
 *
 * @param id null for one that is not kept yet
 * @param promisedOn null for none
 * @param incident id of the incident that is the cause, null for none
 * @param supersededBy bill day of the run that took over, null for none
 * @param latePost id of the post that tells the public, null for none
 */
public record RunFacts(
        Long id,
        LocalDate billDay,
        Coverage coverage,
        RunState state,
        LocalDate printedOn,
        LocalDate promisedOn,
        Instant promisedAt,
        int promiseRevision,
        String cause,
        Long incident,
        LocalDate completedOn,
        LocalDate supersededBy,
        Long latePost,
        Long sentPost) {

    /** A planned one. */
    public static RunFacts planned(LocalDate billDay, Coverage coverage) {
        return new RunFacts(
                null, billDay, coverage, RunState.PLANNED, null, null, null, 0, null, null, null, null, null, null);
    }

    /** As it stood at the end of that day, before the course of that day was looked at. */
    RunFacts rewound(LocalDate day, Instant until, BillingSchedule schedule) {
        boolean completed = completedOn != null && !completedOn.isAfter(day);
        boolean promised = promisedAt != null && promisedAt.isBefore(until);
        return new RunFacts(
                id,
                billDay,
                schedule.coverage(YearMonth.from(billDay)),
                completed ? RunState.COMPLETED : RunState.PLANNED,
                printedOn,
                promised ? promisedOn : null,
                promised ? promisedAt : null,
                promised ? promiseRevision : 0,
                cause,
                incident,
                completed ? completedOn : null,
                null,
                null,
                null);
    }

    RunFacts in(RunState next) {
        return with(coverage, next, completedOn, supersededBy);
    }

    RunFacts completed(LocalDate on) {
        return with(coverage, RunState.COMPLETED, on, supersededBy);
    }

    RunFacts superseded(LocalDate by) {
        return with(coverage, RunState.SUPERSEDED, completedOn, by);
    }

    RunFacts covering(Coverage other) {
        return with(other, state, completedOn, supersededBy);
    }

    /** As {@link InvoiceRun#supersede} has it. */
    RunFacts takingOver(RunFacts earlier) {
        return new RunFacts(
                id,
                billDay,
                coverage.with(earlier.coverage),
                state,
                printedOn,
                promisedOn == null ? earlier.promisedOn : promisedOn,
                promisedOn == null ? earlier.promisedAt : promisedAt,
                promiseRevision + earlier.promiseRevision,
                cause == null ? earlier.cause : cause,
                cause == null ? earlier.incident : incident,
                completedOn,
                supersededBy,
                latePost == null ? earlier.latePost : latePost,
                sentPost);
    }

    private RunFacts with(Coverage covered, RunState next, LocalDate completion, LocalDate by) {
        return new RunFacts(
                id,
                billDay,
                covered,
                next,
                printedOn,
                promisedOn,
                promisedAt,
                promiseRevision,
                cause,
                incident,
                completion,
                by,
                latePost,
                sentPost);
    }

    /** Since its bill day. */
    public int daysLate(LocalDate today) {
        return (int) ChronoUnit.DAYS.between(billDay, today);
    }
}
