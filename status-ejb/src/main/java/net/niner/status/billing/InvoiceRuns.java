package net.niner.status.billing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.billing.InvalidBilling.Fault;
import net.niner.status.billing.RunClient.Standing;
import net.niner.status.incident.Incident;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.Notices;
import net.niner.status.notice.Notices.Withdrawn;
import net.niner.status.notice.Recipient;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/** The runs as the desk sees them, and what people do about them by hand, each change in the audit trail. */
@Stateless
public class InvoiceRuns {

    private static final int SHOWN = 20;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private BillingRegister register;

    @EJB
    private BillingPolicies policies;

    @EJB
    private LatePosts posts;

    @EJB
    private Notices notices;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    /** Those whose bill day is within these days, latest first. */
    @Allowed(Permission.BILLING)
    public List<RunLine> between(LocalDate from, LocalDate until) {
        return RunRows.sheets(
                        dataSource, "r.bill_day >= ? and r.bill_day <= ?", " order by r.bill_day desc", from, until)
                .stream()
                .map(RunSheet::line)
                .toList();
    }

    /** Those that are to go out or should have, oldest first: the one that hurts first comes first. */
    @Allowed(Permission.BILLING)
    public List<RunLine> open() {
        return RunRows.sheets(
                        dataSource, "r.state in ('PLANNED', 'DUE', 'IN_PROGRESS', 'LATE')", " order by r.bill_day")
                .stream()
                .map(RunSheet::line)
                .toList();
    }

    /** Those that should be going out, oldest first; asked with every look at the desk, when there are none or one. */
    @Allowed(Permission.BILLING)
    public List<RunLine> due() {
        return RunRows.sheets(dataSource, "r.state in ('DUE', 'IN_PROGRESS', 'LATE')", " order by r.bill_day").stream()
                .map(RunSheet::line)
                .toList();
    }

    /** Those that are over, latest first. */
    @Allowed(Permission.BILLING)
    public List<RunLine> over(int most) {
        return RunRows.sheets(
                        dataSource,
                        "r.state in ('COMPLETED', 'SUPERSEDED')",
                        " order by r.bill_day desc fetch first " + Math.max(1, most) + " rows only")
                .stream()
                .map(RunSheet::line)
                .toList();
    }

    @Allowed(Permission.BILLING)
    public Optional<RunSheet> find(long id) {
        return RunRows.sheets(dataSource, "r.id = ?", "", id).stream().findFirst();
    }

    /**
     * The clients in its coverage: those without an invoice first, and of them whose services expire first.
     *
     * @param standing null for any
     * @param text part of a client's name, null for any
     * @param most 0 to count only
     */
    @Allowed(Permission.BILLING)
    public Page<RunClient> clients(long id, Standing standing, String text, int first, int most) {
        return RunRows.clients(dataSource, id, standing, text, first, most);
    }

    /**
     * Says by when its invoices go out, which clients who are told of the delay then read.
     *
     * @param version as the person saw it
     * @throws InvalidBilling if the run is over, or the day is, or is too far away
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.BILLING)
    public void promise(long id, int version, LocalDate day) {
        InvoiceRun run = seen(id, version);
        LocalDate today = today();
        if (day == null) {
            throw InvalidBilling.of("promisedOn", Fault.DAY);
        }
        if (day.isBefore(today)) {
            throw InvalidBilling.of("promisedOn", Fault.PAST);
        }
        if (day.isAfter(today.plusYears(1))) {
            throw InvalidBilling.of("promisedOn", Fault.RANGE);
        }
        change(run, "run.promise", () -> run.promise(day, clock.instant()));
    }

    /**
     * Says why it is late.
     *
     * @param cause in words, empty for none
     * @param incidentId that it comes from, null for none
     * @throws InvalidBilling if there is no such incident
     * @throws InvalidRun if the words are too long
     */
    @Allowed(Permission.BILLING)
    public void explain(long id, int version, String cause, Long incidentId) {
        InvoiceRun run = seen(id, version);
        if (incidentId != null && em.find(Incident.class, incidentId) == null) {
            throw InvalidBilling.of("incident", Fault.NO_SUCH_INCIDENT);
        }
        change(run, "run.explain", () -> run.explain(cause, incidentId));
    }

    /** Says which date is printed on its invoices; null for the bill day. */
    @Allowed(Permission.BILLING)
    public void print(long id, int version, LocalDate day) {
        InvoiceRun run = seen(id, version);
        change(run, "run.print", () -> run.print(day));
    }

    /**
     * A client's invoice went out.
     *
     * @param number as printed on it, empty where nobody knows it
     * @throws InvalidBilling if the run is over, the day has not come or is before its bill day, or the client has an invoice or a
     *     waiver already
     */
    @Allowed(Permission.BILLING)
    public void issue(long id, long clientId, String number, LocalDate day) {
        InvoiceRun run = locked(id);
        issued(run, day);
        Unsettled client = unsettled(run, clientId);
        register.upsert(new RegisterBatch(List.of(), List.of(), List.of(invoice(run, client, number, day))));
        withdraw(run, clientId, "the invoice went out");
        settle(run, day);
        audit.record(
                "run.issue",
                subject(run),
                Map.of(),
                Map.of("client", String.valueOf(clientId), "issued on", day.toString()));
    }

    /**
     * A client needs no invoice in that run.
     *
     * @throws InvalidBilling if the run is over, there is no reason, or the client has an invoice or a waiver already
     */
    @Allowed(Permission.BILLING)
    public void waive(long id, long clientId, String reason) {
        InvoiceRun run = locked(id);
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty()) {
            throw InvalidBilling.of("reason", Fault.MISSING);
        }
        if (words.length() > Waiver.REASON_LENGTH) {
            throw InvalidBilling.of("reason", Fault.LONG);
        }
        unsettled(run, clientId);
        em.persist(new Waiver(id, clientId, words, Caller.required().name(), clock.instant()));
        em.flush();
        withdraw(run, clientId, "the client needs no invoice");
        settle(run, today());
        audit.record(
                "run.waive", subject(run), Map.of(), Map.of("client", String.valueOf(clientId), "reason", "given"));
    }

    /**
     * All that is missing went out on that day; the run is completed by that.
     *
     * @return of how many clients
     * @throws InvalidBilling if the run is over, or the day has not come or is before its bill day
     */
    @Allowed(Permission.BILLING)
    public int issueRest(long id, int version, LocalDate day) {
        InvoiceRun run = seen(id, version);
        issued(run, day);
        List<Unsettled> rest = RunRows.unsettled(dataSource, run, null);
        register.upsert(new RegisterBatch(
                List.of(),
                List.of(),
                rest.stream().map(client -> invoice(run, client, null, day)).toList()));
        withdraw(run, null, "the invoice went out");
        settle(run, day);
        audit.record(
                "run.issue",
                subject(run),
                Map.of(),
                Map.of("clients", String.valueOf(rest.size()), "issued on", day.toString()));
        return rest.size();
    }

    /** Who would be told of a new promise: everybody without an invoice whose services expire soon, or whose invoice is late enough. */
    @Allowed(Permission.BILLING)
    public ToldOf toldOf(long id) {
        RunSheet run = find(id).orElseThrow(() -> new NoSuchRun(id));
        return DelayTold.of(
                dataSource, run.line(), policies.inForce(run.line().billDay()), today(), clock.instant(), SHOWN);
    }

    private void change(InvoiceRun run, String action, Runnable deed) {
        if (run.state().isOver()) {
            throw InvalidBilling.of("state", Fault.OVER);
        }
        Map<String, String> before = words(run);
        deed.run();
        run.changed(Caller.required().name(), clock.instant());
        em.flush();
        if (!before.equals(words(run))) {
            withdraw(run, null, "what it says of the run has changed");
            posts.rewrite(run, LateRuns.scheduled(dataSource, run.id(), run.billDay()));
        }
        audit.record(action, subject(run), before, words(run));
    }

    /**
     * Mails about the delay that still wait say what holds no more. Whoever did not get theirs was not told: the next watch writes to those whom it
     * still concerns.
     *
     * @param clientId null for all
     */
    private void withdraw(InvoiceRun run, Long clientId, String reason) {
        List<Withdrawn> back = notices.withdraw(
                NoticeKind.INVOICE_DELAYED,
                "run:" + run.id(),
                clientId == null ? null : Recipient.client(clientId),
                reason);
        Rows.batch(
                dataSource,
                "delete from delay_told where run_id = ? and revision = ? and ? = 'client:' || cast(client_id as varchar(20))",
                back,
                (statement, one) -> Rows.bind(statement, run.id(), one.revision(), one.recipient()));
    }

    private InvoiceRun seen(long id, int version) {
        InvoiceRun run = locked(id);
        if (run.version() != version) {
            throw new ChangedMeanwhile(subject(run), run.changedBy(), run.changedAt());
        }
        return run;
    }

    /** Two people who do something about the same run come one after the other. */
    private InvoiceRun locked(long id) {
        InvoiceRun run = em.find(InvoiceRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            throw new NoSuchRun(id);
        }
        if (run.state().isOver()) {
            throw InvalidBilling.of("state", Fault.OVER);
        }
        return run;
    }

    private Unsettled unsettled(InvoiceRun run, long clientId) {
        Standing standing = RunRows.standing(dataSource, run.id(), clientId)
                .orElseThrow(() -> InvalidBilling.of("client", Fault.NOT_COVERED));
        if (standing != Standing.MISSING) {
            throw InvalidBilling.of("client", Fault.SETTLED);
        }
        return RunRows.unsettled(dataSource, run, clientId).get(0);
    }

    private void issued(InvoiceRun run, LocalDate day) {
        if (day == null) {
            throw InvalidBilling.of("issuedOn", Fault.DAY);
        }
        if (day.isAfter(today())) {
            throw InvalidBilling.of("issuedOn", Fault.FUTURE);
        }
        if (day.isBefore(run.billDay())) {
            throw InvalidBilling.of("issuedOn", Fault.EARLY);
        }
    }

    private static InvoiceRecord invoice(InvoiceRun run, Unsettled client, String number, LocalDate day) {
        return new InvoiceRecord(
                client.source(),
                client.invoiceId() == null
                        ? MarkedByHand.PREFIX + run.billDay() + "-" + client.id()
                        : client.invoiceId(),
                client.clientId(),
                number == null || number.isBlank() ? client.number() == null ? "" : client.number() : number.strip(),
                InvoiceState.ISSUED,
                client.printedOn() == null ? run.printedOn().orElse(null) : client.printedOn(),
                day,
                null,
                null,
                run.billDay());
    }

    /** Completes it if nobody waits for an invoice any more. */
    private void settle(InvoiceRun run, LocalDate day) {
        int missing = find(run.id()).orElseThrow().line().missing();
        if (missing == 0 && run.state() != RunState.PLANNED) {
            run.complete(day, missing);
        }
        run.changed(Caller.required().name(), clock.instant());
        em.flush();
    }

    /** In the company's zone. */
    @Allowed(Permission.BILLING)
    public LocalDate today() {
        return policies.today();
    }

    private static String subject(InvoiceRun run) {
        return "run of " + DAY.format(run.billDay());
    }

    private static Map<String, String> words(InvoiceRun run) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("promised on", run.promisedOn().map(LocalDate::toString).orElse(""));
        words.put("printed on", run.printedOn().map(LocalDate::toString).orElse(""));
        words.put("cause", run.cause().orElse(""));
        words.put("incident", run.incidentId().map(String::valueOf).orElse(""));
        return words;
    }
}
