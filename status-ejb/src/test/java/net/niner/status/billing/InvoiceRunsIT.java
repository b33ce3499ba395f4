package net.niner.status.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.billing.InvalidBilling.Fault;
import net.niner.status.billing.InvalidBilling.Problem;
import net.niner.status.billing.RunClient.Standing;
import net.niner.status.notice.MailText;
import net.niner.status.notice.NoticeDraft;
import net.niner.status.notice.NoticeKey;
import net.niner.status.notice.NoticeKind;
import net.niner.status.notice.Notices;
import net.niner.status.notice.Recipient;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Publishing;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do by hand about runs and clients. The run is of long ago, where no other test has one. */
@ExtendWith(ArquillianExtension.class)
class InvoiceRunsIT {

    private static final String SOURCE = "desk-it";
    private static final long RUN = 900_001;
    private static final LocalDate BILL_DAY = LocalDate.of(2001, 1, 15);
    private static final Actor READER = new Actor(null, "rod@example.org", "192.0.2.8", Set.of(Permission.READ));

    @EJB
    private InvoiceRuns runs;

    @EJB
    private Clients clients;

    @EJB
    private BillingRegister register;

    @EJB
    private Notices notices;

    @EJB
    private Publishing publishing;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.READ, Permission.BILLING)));
        register.upsert(new RegisterBatch(
                List.of(
                        client("a", "Paula", "paula@client.example"),
                        client("b", "Quentin", null),
                        client("c", "Rosa", null)),
                List.of(
                        service("a1", "a", LocalDate.of(2001, 3, 1), ServiceState.ACTIVE),
                        service("a2", "a", LocalDate.of(2001, 2, 16), ServiceState.ACTIVE),
                        service("b1", "b", LocalDate.of(2001, 3, 15), ServiceState.ACTIVE),
                        service("b2", "b", LocalDate.of(2001, 3, 16), ServiceState.ACTIVE),
                        service("c1", "c", LocalDate.of(2001, 3, 1), ServiceState.CANCELLED)),
                List.of()));
        Rows.update(
                dataSource,
                "insert into invoice_run (id, bill_day, covers_from, covers_to, state, promise_revision, changed_at, changed_by, version)"
                        + " values (?, ?, ?, ?, 'LATE', 0, ?, 'site', 0)",
                RUN,
                BILL_DAY,
                LocalDate.of(2001, 2, 16),
                LocalDate.of(2001, 3, 15),
                Rows.time(Instant.now()));
    }

    @AfterEach
    void end() {
        Rows.update(
                dataSource,
                "delete from notice_event where notice_id in (select id from notice where subject_ref = ?)",
                "run:" + RUN);
        Rows.update(dataSource, "delete from notice where subject_ref = ?", "run:" + RUN);
        Rows.update(dataSource, "delete from delay_told where run_id = ?", RUN);
        String mine = "(select id from client where source in ('" + SOURCE + "', 'hand'))";
        for (String table : List.of("invoice_waiver", "invoice", "client_service")) {
            Rows.update(dataSource, "delete from " + table + " where client_id in " + mine);
        }
        Rows.update(dataSource, "delete from client where source in ('" + SOURCE + "', 'hand')");
        Rows.update(dataSource, "delete from invoice_run where id = ?", RUN);
        Caller.forget();
    }

    private static ClientRecord client(String id, String name, String email) {
        return new ClientRecord(SOURCE, id, name, email, null, null, null, null, true);
    }

    private static ServiceRecord service(String id, String client, LocalDate expiry, ServiceState state) {
        return new ServiceRecord(SOURCE, id, client, ServiceKind.DOMAIN, id + ".example.org", expiry, state);
    }

    @Test
    void aLateRunIsPromisedWaivedIssuedAndCompleted() {
        RunLine late = runs.find(RUN).orElseThrow().line();
        assertThat(late.clients()).isEqualTo(2);
        assertThat(late.missing()).isEqualTo(2);
        assertThat(late.hurtsOn()).isEqualTo(LocalDate.of(2001, 2, 16));
        assertThat(runs.clients(RUN, null, null, 0, 10).rows())
                .extracting(RunClient::name)
                .containsExactly("Paula", "Quentin");
        ToldOf told = runs.toldOf(RUN);
        assertThat(List.of(told.now(), told.unreachable(), told.later(), told.recently()))
                .containsExactly(2, 1, 0, 0);

        LocalDate promised = runs.today().plusDays(10);
        assertThat(refused(() -> runs.promise(RUN, 0, runs.today().minusDays(1))))
                .containsExactly(new Problem("promisedOn", Fault.PAST));
        assertThat(refused(() -> runs.promise(RUN, 0, runs.today().plusYears(1).plusDays(1))))
                .containsExactly(new Problem("promisedOn", Fault.RANGE));
        runs.promise(RUN, 0, promised);
        assertThatThrownBy(() -> runs.promise(RUN, 0, promised.plusDays(1)))
                .isInstanceOfSatisfying(
                        ChangedMeanwhile.class, clash -> assertThat(clash.by()).isEqualTo("ann@example.org"));
        assertThat(runs.find(RUN).orElseThrow().line().promisedOn()).isEqualTo(promised);

        long paula = idOf("a");
        long quentin = idOf("b");
        assertThat(refused(() -> runs.waive(RUN, quentin, " "))).containsExactly(new Problem("reason", Fault.MISSING));
        assertThat(refused(() -> runs.waive(RUN, idOf("c"), "none")))
                .containsExactly(new Problem("client", Fault.NOT_COVERED));
        runs.waive(RUN, quentin, "paid for the year");
        assertThat(refused(() -> runs.issue(RUN, quentin, "", runs.today())))
                .containsExactly(new Problem("client", Fault.SETTLED));
        assertThat(refused(() -> runs.issueRest(RUN, version(), runs.today().plusDays(1))))
                .containsExactly(new Problem("issuedOn", Fault.FUTURE));
        assertThat(refused(() -> runs.issueRest(RUN, version(), BILL_DAY.minusDays(1))))
                .containsExactly(new Problem("issuedOn", Fault.EARLY));
        assertThat(refused(() -> runs.issue(RUN, paula, "", BILL_DAY.minusDays(1))))
                .containsExactly(new Problem("issuedOn", Fault.EARLY));
        assertThat(runs.issueRest(RUN, version(), runs.today())).isEqualTo(1);

        RunSheet done = runs.find(RUN).orElseThrow();
        assertThat(done.line().state()).isEqualTo(RunState.COMPLETED);
        assertThat(List.of(
                        done.line().invoiced(),
                        done.line().waived(),
                        done.line().missing()))
                .containsExactly(1, 1, 0);
        assertThat(done.completedOn()).contains(runs.today());
        assertThat(clients.find(paula).orElseThrow().invoices()).singleElement().satisfies(invoice -> {
            assertThat(invoice.state()).isEqualTo(InvoiceState.ISSUED);
            assertThat(invoice.number()).isEmpty();
        });
        assertThat(refused(() -> runs.promise(RUN, version(), promised)))
                .containsExactly(new Problem("state", Fault.OVER));
        assertThat(trail("run of 15 January 2001")).endsWith("run.promise", "run.waive", "run.issue");
        assertThat(Rows.query(
                        dataSource,
                        "select changes from audit_event where subject = 'run of 15 January 2001'",
                        row -> row.getString(1)))
                .noneMatch(changes -> changes.matches("(?s).*(Quentin|paid for the year).*"));
    }

    @Test
    void whatStillWaitsAndHoldsNoMoreIsTakenBackAndMayBeWrittenAnew() {
        long paula = idOf("a");
        long quentin = idOf("b");
        tell(paula, "SENT");
        tell(quentin, "HELD");
        assertThat(runs.toldOf(RUN).recently()).isEqualTo(1);
        runs.explain(RUN, version(), "the power failed", null);
        assertThat(mails()).containsExactlyInAnyOrder("client:" + paula + " SENT", "client:" + quentin + " CANCELLED");
        assertThat(told()).containsExactly(paula);
        assertThat(Rows.query(
                        dataSource,
                        "select e.who from notice_event e join notice n on n.id = e.notice_id"
                                + " where n.subject_ref = ? and e.state = 'CANCELLED'",
                        row -> row.getString(1),
                        "run:" + RUN))
                .containsExactly("ann@example.org");

        tell(quentin, "QUEUED");
        runs.explain(RUN, version(), "the power failed", null);
        assertThat(told()).containsExactlyInAnyOrder(paula, quentin);
        runs.waive(RUN, quentin, "paid for the year");
        assertThat(told()).containsExactly(paula);
        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "client:" + paula + " SENT",
                        "client:" + quentin + " CANCELLED",
                        "client:" + quentin + " CANCELLED");
    }

    @Test
    void aDraftAboutTheDelaySaysWhatIsKnownNow() {
        Post post = publishing.draft(
                new PostDraft("Late", PostFormat.MARKDOWN, "Nobody knows.", Set.of(), Set.of(), Set.of()));
        Rows.update(dataSource, "update invoice_run set late_post_id = ? where id = ?", post.id(), RUN);
        runs.explain(RUN, version(), "the power failed", null);
        assertThat(publishing.required(post.id()).body()).contains("the power failed");
        Rows.update(dataSource, "update invoice_run set late_post_id = null where id = ?", RUN);
    }

    private void tell(long client, String state) {
        assertThat(notices.enqueue(new NoticeDraft(
                        new NoticeKey(NoticeKind.INVOICE_DELAYED, "run:" + RUN, Recipient.client(client), "", 0),
                        new Recipient(Recipient.client(client), "desk@client.example", Locale.ENGLISH, ZoneOffset.UTC),
                        new MailText("Late", "Late.", "<p>Late.</p>"),
                        Instant.now(),
                        "a test")))
                .isTrue();
        Rows.update(
                dataSource,
                "update notice set state = ?, not_before = ?, due_at = ? where recipient_ref = ? and subject_ref = ? and state = 'QUEUED'",
                state,
                Rows.time(Instant.now().plusSeconds(86_400)),
                Rows.time(Instant.now().plusSeconds(86_400)),
                Recipient.client(client),
                "run:" + RUN);
        Rows.update(
                dataSource,
                "insert into delay_told (run_id, client_id, revision, told_at) values (?, ?, 0, ?)",
                RUN,
                client,
                Rows.time(Instant.now()));
    }

    private List<String> mails() {
        return Rows.query(
                dataSource,
                "select recipient_ref, state from notice where subject_ref = ?",
                row -> row.getString(1) + " " + row.getString(2),
                "run:" + RUN);
    }

    private List<Long> told() {
        return Rows.query(dataSource, "select client_id from delay_told where run_id = ?", row -> row.getLong(1), RUN);
    }

    @Test
    void theLastInvoiceThatIsMarkedCompletesTheRunAndADraftIsTaken() {
        register.upsert(new RegisterBatch(
                List.of(),
                List.of(),
                List.of(new InvoiceRecord(
                        SOURCE, "i1", "a", "2001-17", InvoiceState.DRAFT, BILL_DAY, null, null, null, BILL_DAY))));
        runs.issue(RUN, idOf("a"), "", runs.today());
        RunSheet half = runs.find(RUN).orElseThrow();
        assertThat(half.line().state()).isEqualTo(RunState.LATE);
        assertThat(runs.clients(RUN, Standing.INVOICED, null, 0, 10).rows())
                .singleElement()
                .satisfies(client -> assertThat(client.invoice()).isEqualTo("2001-17"));
        runs.issue(RUN, idOf("b"), "2001-18", runs.today());
        assertThat(runs.find(RUN).orElseThrow().line().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aClientAndItsServicesAreKeptByHandAndTheTrailKnowsNoAddress() {
        assertThat(refused(
                        () -> clients.add(new ClientDraft(" ", "no address", "", "de", "Nowhere/Else", "NONE9", true))))
                .containsExactlyInAnyOrder(
                        new Problem("name", Fault.MISSING),
                        new Problem("email", Fault.ADDRESS),
                        new Problem("language", Fault.LANGUAGE),
                        new Problem("zone", Fault.ZONE),
                        new Problem("mailServer", Fault.NO_SUCH_SERVER));
        long id = clients.add(new ClientDraft("Sybil", "sybil@client.example", "", "fr", "Africa/Lusaka", "", true));
        ClientSheet sheet = clients.find(id).orElseThrow();
        ClientDraft moved = new ClientDraft("Sybil", "sybil@other.example", "", "fr", "", "", true);
        clients.change(id, sheet.version(), moved);
        assertThatThrownBy(() -> clients.change(id, sheet.version(), moved)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(clients.find(id).orElseThrow().data().email()).isEqualTo("sybil@other.example");

        LocalDate soon = runs.today().plusDays(3);
        int before = clients.expiringUnbilled();
        clients.addService(id, new ServiceDraft(ServiceKind.HOSTING, "sybil-hosts.example", soon, ServiceState.ACTIVE));
        assertThat(clients.expiringUnbilled()).isEqualTo(before + 1);
        assertThat(found(new ClientFilter("SYBIL-HOSTS", null, null, true))).containsExactly("Sybil");
        ServiceLine service = clients.find(id).orElseThrow().services().get(0);
        clients.changeService(
                id,
                service.id(),
                service.version(),
                new ServiceDraft(ServiceKind.HOSTING, "sybil-hosts.example", soon, ServiceState.SUSPENDED));
        assertThat(clients.expiringUnbilled()).isEqualTo(before);
        assertThat(found(new ClientFilter("sybil", "hand", true, true))).isEmpty();
        clients.addInvoice(id, new InvoiceDraft("S-1", null, runs.today(), null, BILL_DAY));
        assertThat(clients.page(new ClientFilter("sybil", null, null, false), ClientFilter.Sort.UNPAID, false, 0, 5)
                        .rows())
                .singleElement()
                .satisfies(line -> assertThat(line.unpaid()).isEqualTo(1));

        assertThat(trail("client " + id))
                .containsExactly("client.add", "client.change", "service.add", "service.change", "invoice.add");
        assertThat(Rows.query(
                        dataSource,
                        "select changes from audit_event where subject = ?",
                        row -> row.getString(1),
                        "client " + id))
                .noneMatch(changes -> changes.contains("@") || changes.matches("(?is).*(sybil|S-1).*"));
    }

    @Test
    void onlyWhoMaySeesClients() {
        Caller.as(READER, () -> {
            assertThatThrownBy(() -> runs.open()).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> runs.find(RUN)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> clients.page(ClientFilter.ALL, ClientFilter.Sort.NAME, true, 0, 5))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> runs.waive(RUN, idOf("a"), "none")).isInstanceOf(Forbidden.class);
        });
    }

    private List<String> found(ClientFilter filter) {
        return clients.page(filter, ClientFilter.Sort.EXPIRY, true, 0, 10).rows().stream()
                .map(ClientLine::name)
                .toList();
    }

    private static List<Problem> refused(ThrowingCallable deed) {
        return catchThrowableOfType(InvalidBilling.class, deed).problems();
    }

    private int version() {
        return runs.find(RUN).orElseThrow().version();
    }

    private long idOf(String sourceId) {
        return Rows.query(
                        dataSource,
                        "select id from client where source = ? and source_id = ?",
                        row -> row.getLong(1),
                        SOURCE,
                        sourceId)
                .get(0);
    }

    private List<String> trail(String subject) {
        return Rows.query(
                dataSource,
                "select action from audit_event where subject = ? order by id",
                row -> row.getString(1),
                subject);
    }
}
