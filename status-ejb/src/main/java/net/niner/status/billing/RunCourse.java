package net.niner.status.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What becomes of the invoice runs up to a day. Pure, and the same however often and however late it is asked. */
public final class RunCourse {

    private static final int AHEAD = 2;

    private RunCourse() {}

    /**
     * The runs as they stand on that day, earliest first, with those that are to be planned: from the first service on that still matters, and the
     * next two.
     *
     * @param runs as they stood before
     * @param clients with their invoices as of that day
     */
    public static List<RunFacts> on(
            LocalDate today, BillingSchedule schedule, Collection<RunFacts> runs, Collection<ClientFacts> clients) {
        TreeMap<LocalDate, RunFacts> course = new TreeMap<>();
        runs.stream()
                .filter(run -> !isOutdated(run, today, schedule))
                .map(run -> replanned(run, schedule))
                .forEach(run -> course.put(run.billDay(), run));
        for (LocalDate billDay : planned(today, schedule, clients)) {
            course.computeIfAbsent(billDay, day -> RunFacts.planned(day, schedule.coverage(YearMonth.from(day))));
        }
        for (LocalDate billDay : List.copyOf(course.headMap(today, true).keySet())) {
            go(course, billDay, today, schedule, clients);
        }
        return List.copyOf(course.values());
    }

    /** One that was planned by a policy that does not hold then. */
    private static boolean isOutdated(RunFacts run, LocalDate today, BillingSchedule schedule) {
        return run.state() == RunState.PLANNED
                && run.billDay().isAfter(today)
                && !schedule.billDay(YearMonth.from(run.billDay())).equals(run.billDay());
    }

    private static RunFacts replanned(RunFacts run, BillingSchedule schedule) {
        return run.state() == RunState.PLANNED ? run.covering(schedule.coverage(YearMonth.from(run.billDay()))) : run;
    }

    private static List<LocalDate> planned(LocalDate today, BillingSchedule schedule, Collection<ClientFacts> clients) {
        LocalDate last = Stream.iterate(schedule.next(today), schedule::next)
                .limit(AHEAD)
                .reduce((first, second) -> second)
                .orElseThrow();
        LocalDate matters = today.minusDays(schedule.policy(today).suspensionDays());
        YearMonth first = clients.stream()
                .flatMap(client -> client.services().stream())
                .map(ServiceFacts::expiresOn)
                .filter(expiry -> !expiry.isBefore(matters))
                .min(Comparator.naturalOrder())
                .map(schedule::billedIn)
                .orElse(YearMonth.from(today));
        List<LocalDate> days = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
            days.add(schedule.billDay(month));
        }
        return days;
    }

    private static void go(
            TreeMap<LocalDate, RunFacts> course,
            LocalDate billDay,
            LocalDate today,
            BillingSchedule schedule,
            Collection<ClientFacts> clients) {
        RunFacts run = course.get(billDay);
        if (run.state().isOver()) {
            return;
        }
        Tally tally = tally(run, course.values(), clients);
        LocalDate later = course.higherKey(billDay);
        boolean nobody = tally.billed == 0 && tally.unbilled == 0;
        if (nobody) {
            lastOut(billDay, clients).ifPresent(tally::saw);
        }
        if (tally.unbilled == 0 && tally.last.isAfter(LocalDate.MIN)) {
            course.put(billDay, run.completed(tally.last.isBefore(billDay) ? billDay : tally.last));
        } else if (nobody && (run.state() == RunState.PLANNED || later == null || later.isAfter(today))) {
            // nothing says that it went out: whoever comes with the next import may still need their invoice of it
            course.put(billDay, run);
        } else if (later != null && !later.isAfter(today)) {
            course.put(billDay, run.superseded(later));
            course.put(later, course.get(later).takingOver(run));
        } else {
            boolean late =
                    today.isAfter(billDay.plusDays(schedule.policy(billDay).graceDays()));
            course.put(billDay, run.in(late ? RunState.LATE : tally.billed > 0 ? RunState.IN_PROGRESS : RunState.DUE));
        }
    }

    /** Of the invoices of a run whose services are all renewed by now. */
    private static Optional<LocalDate> lastOut(LocalDate billDay, Collection<ClientFacts> clients) {
        return clients.stream()
                .flatMap(client -> client.invoices().stream())
                .filter(invoice -> invoice.isOut() && billDay.equals(invoice.billDay()))
                .map(InvoiceFacts::issuedOn)
                .max(Comparator.naturalOrder());
    }

    /** How many clients of a run have neither an invoice nor a waiver. */
    public static int unbilled(RunFacts run, Collection<RunFacts> runs, Collection<ClientFacts> clients) {
        return tally(run, runs, clients).unbilled;
    }

    private static Tally tally(RunFacts run, Collection<RunFacts> runs, Collection<ClientFacts> clients) {
        Tally tally = new Tally();
        Billed billed = new Billed(runs);
        for (ClientFacts client : clients) {
            List<ServiceFacts> covered = client.covered(run.coverage());
            if (covered.isEmpty()) {
                continue;
            }
            for (ServiceFacts service : covered) {
                billed.since(client, service).ifPresent(tally::saw);
            }
            if (covered.stream().allMatch(service -> billed.is(client, service))) {
                tally.billed++;
            } else {
                tally.unbilled++;
            }
        }
        return tally;
    }

    private static final class Tally {
        private int billed;
        private int unbilled;
        private LocalDate last = LocalDate.MIN;

        void saw(LocalDate day) {
            last = day.isAfter(last) ? day : last;
        }
    }

    /** Whether services are billed: by an invoice of a run that covers them, be it the one that they were meant for or one that took over. */
    static final class Billed {

        private final List<RunFacts> runs;
        private final Map<LocalDate, List<LocalDate>> known = new HashMap<>();

        Billed(Collection<RunFacts> runs) {
            this.runs = List.copyOf(runs);
        }

        private List<LocalDate> covering(LocalDate expiry) {
            return known.computeIfAbsent(expiry, day -> runs.stream()
                    .filter(run -> run.coverage().contains(day))
                    .map(RunFacts::billDay)
                    .toList());
        }

        Optional<InvoiceFacts> invoice(ClientFacts client, ServiceFacts service) {
            List<LocalDate> covering = covering(service.expiresOn());
            return client.invoices().stream()
                    .filter(invoice -> invoice.isOut() && covering.contains(invoice.billDay()))
                    .findFirst();
        }

        /** Since when it needs no invoice any more. */
        Optional<LocalDate> since(ClientFacts client, ServiceFacts service) {
            return invoice(client, service).map(InvoiceFacts::issuedOn).or(() -> covering(service.expiresOn()).stream()
                    .map(client.waivers()::get)
                    .filter(Objects::nonNull)
                    .findFirst());
        }

        boolean is(ClientFacts client, ServiceFacts service) {
            return since(client, service).isPresent();
        }

        boolean isPaid(ClientFacts client, ServiceFacts service) {
            return invoice(client, service)
                    .filter(invoice -> invoice.state() == InvoiceState.PAID)
                    .isPresent();
        }
    }
}
