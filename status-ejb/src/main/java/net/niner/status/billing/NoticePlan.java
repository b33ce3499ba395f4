package net.niner.status.billing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.niner.status.billing.ClientFacts.Told;
import net.niner.status.billing.PlannedNotice.Concern;
import net.niner.status.billing.RunCourse.Billed;
import net.niner.status.notice.NoticeKind;

/**
 * Whom to tell what on a day. Pure: what has been told already is known by its key, so that the same is planned however often somebody asks. After
 * days on which nobody looked, of several stages only the last that was reached is planned.
 */
public final class NoticePlan {

    /** Between two notices of the same delay to the same client. */
    static final Duration APART = Duration.ofHours(72);

    /** A reminder, or the news that a run was sent, is not worth sending longer after its day: then it is for a person. */
    static final int LATEST_DAYS = 14;

    private final BillingSchedule schedule;
    private final List<RunFacts> runs;
    private final Billed billed;
    private final LocalDate today;
    private final Instant now;
    private final BillingPolicy policy;

    /**
     * @param runs as they stand on that day, see {@link RunCourse}
     * @param today in the company's zone
     * @param now of that day, from when on mail may go out
     */
    public NoticePlan(BillingSchedule schedule, Collection<RunFacts> runs, LocalDate today, Instant now) {
        this.schedule = schedule;
        this.runs = List.copyOf(runs);
        this.billed = new Billed(runs);
        this.today = today;
        this.now = now;
        this.policy = schedule.policy(today);
    }

    /** All that is due: first what the owner is told, then client by client. */
    public List<PlannedNotice> due(Collection<ClientFacts> clients) {
        List<PlannedNotice> due = new ArrayList<>(toOwner(clients));
        clients.forEach(client -> due.addAll(to(client)));
        return due;
    }

    /** Runs that are late, at once; and services that expire within the last days without an invoice, all of a day together. */
    public List<PlannedNotice> toOwner(Collection<ClientFacts> clients) {
        List<PlannedNotice> due = new ArrayList<>();
        for (RunFacts run : runs) {
            if (run.state() == RunState.LATE) {
                due.add(new PlannedNotice(
                        NoticeKind.RUN_LATE, subject(run), "", 0, null, run, null, List.of(), now, Optional.empty()));
            }
        }
        Map<LocalDate, List<Concern>> unbilled = new TreeMap<>();
        for (ClientFacts client : clients) {
            unbilledSoon(client)
                    .forEach(service -> unbilled.computeIfAbsent(service.expiresOn(), day -> new ArrayList<>())
                            .add(new Concern(client, service)));
        }
        unbilled.forEach((day, concerns) -> due.add(new PlannedNotice(
                NoticeKind.EXPIRY_UNBILLED,
                "expiry:" + day,
                "",
                0,
                null,
                null,
                null,
                concerns,
                now,
                Optional.empty())));
        return due;
    }

    private List<ServiceFacts> unbilledSoon(ClientFacts client) {
        int last = policy.expiryNotices().stream().mapToInt(days -> days).min().orElse(0);
        return client.services().stream()
                .filter(service -> service.daysLeft(today) >= 0 && service.daysLeft(today) <= last)
                .filter(service -> !billed.is(client, service))
                .toList();
    }

    /** What one client is told. */
    public List<PlannedNotice> to(ClientFacts client) {
        List<PlannedNotice> due = new ArrayList<>();
        for (RunFacts run : runs) {
            if (run.state() == RunState.LATE) {
                delayed(client, run).ifPresent(due::add);
            } else if (run.state() == RunState.COMPLETED) {
                sent(client, run).ifPresent(due::add);
            }
        }
        due.addAll(expiries(client));
        due.addAll(reminders(client));
        return due;
    }

    /** All services of a client that a late run covers and nobody billed, in one mail. */
    private Optional<PlannedNotice> delayed(ClientFacts client, RunFacts run) {
        List<ServiceFacts> waiting = client.covered(run.coverage()).stream()
                .filter(service -> !billed.is(client, service))
                .toList();
        BillingPolicy ofRun = schedule.policy(run.billDay());
        if (waiting.isEmpty()
                || today.isBefore(
                        DelayTold.toldFrom(run.billDay(), ofRun, waiting.get(0).expiresOn()))) {
            return Optional.empty();
        }
        RunChain chain = new RunChain(runs, run);
        List<Told> toldThis = told(client, chain).stream()
                .filter(told -> told.revision() >= run.promiseRevision())
                .toList();
        boolean known = toldThis.stream().anyMatch(told -> told.billDay().equals(run.billDay()));
        if (!known && toldThis.stream().anyMatch(told -> chain.covers(told.billDay(), waiting))) {
            return Optional.empty();
        }
        Instant window = SendWindow.from(policy, client.zone(), today, now);
        Instant earliest = told(client, chain).stream()
                .map(Told::at)
                .max(Instant::compareTo)
                .map(last -> SendWindow.from(policy, client.zone(), today, last.plus(APART)))
                .filter(window::isBefore)
                .orElse(window);
        boolean hold = !known && earliest.isAfter(window.plus(Duration.ofDays(1)));
        return Optional.of(new PlannedNotice(
                NoticeKind.INVOICE_DELAYED,
                subject(run),
                again(client, run),
                run.promiseRevision(),
                client,
                run,
                null,
                concerns(client, waiting),
                known ? window : earliest,
                hold ? Optional.of("told of it less than 72 hours before") : Optional.empty()));
    }

    /** What they were really told of it, or soon will be. */
    private static List<Told> told(ClientFacts client, RunChain chain) {
        return client.told().stream()
                .filter(told -> told.counts() && chain.contains(told.billDay()))
                .toList();
    }

    /** A mail that passed its time unsent is made anew; what a person took back is not. */
    private static String again(ClientFacts client, RunFacts run) {
        return client.told().stream()
                .filter(told -> told.billDay().equals(run.billDay())
                        && told.revision() == run.promiseRevision()
                        && told.lost() > 0)
                .findFirst()
                .map(told -> String.valueOf(told.lost() + 1))
                .orElse("");
    }

    /** Those who were told of the delay are told of its end. */
    private Optional<PlannedNotice> sent(ClientFacts client, RunFacts run) {
        boolean recent = run.completedOn() != null
                && !run.completedOn().isAfter(today)
                && !run.completedOn().plusDays(LATEST_DAYS).isBefore(today);
        if (!recent || told(client, new RunChain(runs, run)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlannedNotice(
                NoticeKind.RUN_SENT,
                subject(run),
                "",
                0,
                client,
                run,
                null,
                concerns(client, client.covered(run.coverage())),
                SendWindow.from(policy, client.zone(), today, now),
                Optional.empty()));
    }

    /** Of the stages that a day of expiry has reached, the last; all services of that day together, without those that are paid for. */
    private List<PlannedNotice> expiries(ClientFacts client) {
        Map<LocalDate, List<ServiceFacts>> byDay = new TreeMap<>();
        client.services().stream()
                .filter(service -> service.daysLeft(today) >= 0
                        && stage(service.daysLeft(today)).isPresent())
                .filter(service -> !billed.isPaid(client, service))
                .forEach(service -> byDay.computeIfAbsent(service.expiresOn(), day -> new ArrayList<>())
                        .add(service));
        List<PlannedNotice> due = new ArrayList<>();
        byDay.forEach((day, services) -> due.add(new PlannedNotice(
                NoticeKind.EXPIRY,
                "expiry:" + day,
                String.valueOf(stage(services.get(0).daysLeft(today)).orElseThrow()),
                0,
                client,
                late(services.get(0), client).orElse(null),
                billed.invoice(client, services.get(0)).orElse(null),
                concerns(client, services),
                SendWindow.from(policy, client.zone(), today, now),
                Optional.empty())));
        return due;
    }

    /** The run that should have billed it, where that is late. */
    private Optional<RunFacts> late(ServiceFacts service, ClientFacts client) {
        return runs.stream()
                .filter(run -> run.state() == RunState.LATE && run.coverage().contains(service.expiresOn()))
                .filter(run -> !billed.is(client, service))
                .findFirst();
    }

    private Optional<Integer> stage(int daysLeft) {
        return policy.expiryNotices().stream().filter(days -> daysLeft <= days).min(Integer::compareTo);
    }

    /** From the day on which an invoice really went out. */
    private List<PlannedNotice> reminders(ClientFacts client) {
        if (!client.wantsReminders()) {
            return List.of();
        }
        List<PlannedNotice> due = new ArrayList<>();
        for (InvoiceFacts invoice : client.invoices()) {
            if (invoice.state() == InvoiceState.ISSUED) {
                LocalDate day = invoice.issuedOn().plusDays(policyOf(invoice).reminderDays());
                if (!day.isAfter(today) && !day.plusDays(LATEST_DAYS).isBefore(today)) {
                    due.add(new PlannedNotice(
                            NoticeKind.PAYMENT_REMINDER,
                            "invoice:" + invoice.id(),
                            "",
                            0,
                            client,
                            null,
                            invoice,
                            concerns(client, billedBy(client, invoice)),
                            SendWindow.from(policy, client.zone(), today, now),
                            Optional.empty()));
                }
            }
        }
        return due;
    }

    private List<ServiceFacts> billedBy(ClientFacts client, InvoiceFacts invoice) {
        return client.services().stream()
                .filter(service ->
                        billed.invoice(client, service).filter(invoice::equals).isPresent())
                .toList();
    }

    private BillingPolicy policyOf(InvoiceFacts invoice) {
        return schedule.policy(invoice.billDay() == null ? invoice.issuedOn() : invoice.billDay());
    }

    private static List<Concern> concerns(ClientFacts client, List<ServiceFacts> services) {
        return services.stream().map(service -> new Concern(client, service)).toList();
    }

    /** By its bill day where it is not kept, and nothing of it is either. */
    static String subject(RunFacts run) {
        return "run:" + (run.id() == null ? run.billDay() : run.id());
    }
}
