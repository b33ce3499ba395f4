package net.niner.status.billing;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.platform.Rows;

/** Brings the runs that are kept to what {@link RunCourse} says. In the caller's transaction. */
record RunKeeping(EntityManager em, DataSource dataSource, BillingSchedule schedule, Instant now) {

    /** A state that a run came from and went to. */
    record Turn(InvoiceRun run, RunState from) {}

    /** Brings what is planned to what the policies say; all runs by their bill days. */
    Map<LocalDate, InvoiceRun> keep(List<RunFacts> course) {
        Map<LocalDate, InvoiceRun> kept = em.createQuery("select r from InvoiceRun r", InvoiceRun.class)
                .getResultStream()
                .collect(Collectors.toMap(InvoiceRun::billDay, Function.identity(), (a, b) -> a, TreeMap::new));
        List<LocalDate> wanted = course.stream().map(RunFacts::billDay).toList();
        for (InvoiceRun run : List.copyOf(kept.values())) {
            if (wanted.contains(run.billDay()) && run.state() == RunState.PLANNED) {
                Coverage covered = schedule.coverage(YearMonth.from(run.billDay()));
                if (!covered.equals(run.coverage())) {
                    run.replan(covered);
                    run.changed(Actor.site().name(), now);
                }
            }
        }
        for (RunFacts run : course) {
            if (!kept.containsKey(run.billDay())) {
                InvoiceRun made = new InvoiceRun(run.billDay(), schedule.coverage(YearMonth.from(run.billDay())));
                made.changed(Actor.site().name(), now);
                em.persist(made);
                kept.put(run.billDay(), made);
            }
        }
        em.flush();
        List.copyOf(kept.values()).stream()
                .filter(run -> !wanted.contains(run.billDay()))
                .forEach(run -> replace(run, kept));
        return kept;
    }

    /** A change of policy moved the bill day of a month: whatever was said about the run that had been planned goes for the one in its place. */
    private void replace(InvoiceRun run, Map<LocalDate, InvoiceRun> kept) {
        kept.remove(run.billDay());
        kept.values().stream()
                .filter(other -> YearMonth.from(other.billDay()).equals(YearMonth.from(run.billDay())))
                .findFirst()
                .ifPresent(other -> {
                    Rows.update(
                            dataSource, "update invoice_waiver set run_id = ? where run_id = ?", other.id(), run.id());
                    Rows.update(
                            dataSource,
                            "update invoice set bill_day = ?, version = version + 1 where bill_day = ?",
                            other.billDay(),
                            run.billDay());
                    em.remove(run);
                    em.flush();
                });
    }

    /** To where the course has them; in the order of their bill days. */
    List<Turn> advance(List<RunFacts> course, Map<LocalDate, InvoiceRun> runs) {
        List<Turn> turns = new ArrayList<>();
        for (RunFacts next : course) {
            InvoiceRun run = runs.get(next.billDay());
            RunState before = run.state();
            if (before.isOver() || next.state() == RunState.PLANNED) {
                continue;
            }
            if (before == RunState.PLANNED) {
                run.fallDue();
            }
            switch (next.state()) {
                case COMPLETED -> run.complete(next.completedOn(), 0);
                case SUPERSEDED -> run.supersede(runs.get(next.supersededBy()));
                case LATE -> {
                    if (run.state() != RunState.LATE) {
                        run.becomeLate();
                    }
                }
                case IN_PROGRESS -> {
                    if (run.state() == RunState.DUE) {
                        run.progress();
                    }
                }
                case DUE, PLANNED -> {
                    // nothing beyond having fallen due
                }
            }
            if (run.state() != before) {
                run.changed(Actor.site().name(), now);
                turns.add(new Turn(run, before));
            }
        }
        em.flush();
        return turns;
    }
}
