package net.niner.status.billing;

import static net.niner.status.billing.BillingITs.batch;
import static net.niner.status.billing.BillingITs.client;
import static net.niner.status.billing.BillingITs.domain;
import static net.niner.status.billing.BillingITs.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.billing.RegisterChange.Action;
import net.niner.status.incident.Impact;
import net.niner.status.incident.IncidentDraft;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.Incidents;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.incident.UpdateDraft;
import net.niner.status.notice.Judgement;
import net.niner.status.notice.NoticeKey;
import net.niner.status.notice.NoticeKind;
import net.niner.status.platform.Rows;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.post.Posts;
import net.niner.status.probe.ServersImport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The register and the watch, through the database and into the outbox. */
@ExtendWith(ArquillianExtension.class)
class BillingIT {

    private static final int OWNER = -18;

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 15);

    private static final List<String> TABLES = List.of(
            "delay_told", "invoice_waiver", "invoice", "client_service", "invoice_run", "client", "billing_policy");

    @EJB
    private BillingRegister register;

    @EJB
    private InvoiceWatch watch;

    @EJB
    private BillingPolicies policies;

    @EJB
    private BillingOptions options;

    @EJB
    private LateRuns lateRuns;

    @EJB
    private Posts posts;

    @EJB
    private ServersImport servers;

    @EJB
    private Incidents incidents;

    @EJB
    private PublishedIncidents published;

    @Inject
    private BillingJudge judge;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        Caller.bind(new Actor(null, "ann@example.org", "192.0.2.7", Set.of(Permission.values())));
        forgetAll();
        Rows.update(
                dataSource,
                "insert into app_user (id, email, name, role, state, totp_step, created_at, version)"
                        + " values (?, 'boss@example.org', 'Boss', 'OWNER', 'ACTIVE', 0, ?, 1)",
                OWNER,
                Rows.time(Instant.now()));
        // days before the last that was watched are only tried
        Rows.update(dataSource, "update billing_watch set watched_on = date '2025-01-01'");
    }

    @AfterEach
    void end() {
        forgetAll();
        Caller.forget();
    }

    private void forgetAll() {
        Rows.update(dataSource, "delete from app_user where id = ?", OWNER);
        TABLES.forEach(table -> Rows.update(dataSource, "delete from " + table));
        Rows.update(dataSource, "update billing_watch set watched_on = null, publish_late_posts = false");
    }

    @Test
    void whatIsBroughtTwiceChangesNothingTheSecondTime() {
        RegisterBatch batch = june();
        assertThat(register.difference(batch))
                .hasSize(6)
                .extracting(RegisterChange::action)
                .containsOnly(Action.ADD);
        assertThat(register.difference(batch).get(3).fields()).contains("client: 1", "expires on: 2025-07-20");
        assertThat(count("select count(*) from client")).isZero();
        assertThat(register.upsert(batch)).hasSize(6);
        assertThat(register.upsert(batch)).isEmpty();
        assertThat(register.difference(batch)).isEmpty();
        assertThat(register.upsert(
                        batch(List.of(), List.of(domain("S1", "1", "example.org", "2026-07-20")), List.of())))
                .containsExactly(new RegisterChange(
                        Action.CHANGE, "service example.org", List.of("expires on: 2025-07-20 -> 2026-07-20")));
        assertThat(count("select count(*) from client_service")).isEqualTo(3);
    }

    @Test
    void aRowOfAClientWhomNobodyKnowsIsRefusedAndNothingIsChanged() {
        RegisterBatch batch = batch(
                List.of(client("1", "Mwale Farms", "mwale@client.example")),
                List.of(domain("S9", "nobody", "lost.example", "2025-07-20")),
                List.of());
        assertThatThrownBy(() -> register.upsert(batch))
                .isInstanceOf(InvalidRegisterRow.class)
                .hasMessageContaining("S9 (lost.example)")
                .hasMessageContaining("nobody");
        assertThat(count("select count(*) from client")).isZero();
    }

    @Test
    void whoeverWasErasedDoesNotComeBackWithTheNextImport() {
        register.upsert(june());
        Rows.update(
                dataSource,
                "update client set name = '-', email = null, active = false, erased_at = ? where source_id = '1'",
                Rows.time(Instant.now()));
        register.upsert(june());
        assertThat(texts("select name from client where source_id = '1'")).containsExactly("-");
    }

    @Test
    void anInvoiceThatDoesNotSayWhenItWentOutWentOutToday() {
        register.upsert(june());
        InvoiceRecord draft = new InvoiceRecord(
                "csv", "I7", "1", "N-7", InvoiceState.DRAFT, LocalDate.of(2025, 6, 30), null, null, null, null);
        register.upsert(batch(List.of(), List.of(), List.of(draft)));
        InvoiceRecord silent = new InvoiceRecord(
                "csv", "I7", "1", "N-7", InvoiceState.ISSUED, LocalDate.of(2025, 6, 30), null, null, null, null);
        register.upsert(batch(List.of(), List.of(), List.of(silent)));
        register.upsert(batch(List.of(), List.of(), List.of(silent)));
        assertThat(texts("select cast(issued_on as varchar(10)) from invoice"))
                .containsExactly(policies.today().toString());
        assertThat(texts("select cast(bill_day as varchar(10)) from invoice")).containsExactly("2025-06-15");
    }

    @Test
    void theRunOfJune2025TakesItsCourse() {
        register.upsert(june());
        on("2025-06-14");
        assertThat(states()).contains("2025-06-15 PLANNED", "2025-07-15 PLANNED");
        on("2025-06-15");
        assertThat(states()).contains("2025-06-15 DUE");
        assertThat(on("2025-06-18").lines()).contains("run of 15 June 2025: DUE -> LATE");
        assertThat(kinds()).containsExactly("RUN_LATE");
        assertThat(lateRuns.current()).isEmpty();

        on("2025-06-19");
        Post late = latePost();
        assertThat(late.state()).isEqualTo(PostState.DRAFT);
        assertThat(late.title()).isEqualTo("Our invoices of 15 June 2025 are late");
        assertThat(late.html()).contains("16 July 2025").doesNotContain("Mwale").doesNotContain("Phiri");
        assertThat(late.categories()).extracting(shelf -> shelf.slug()).containsExactly("billing");
        assertThat(lateRuns.current()).isEmpty();
        posts.publish(late.id(), late.version());
        assertThat(lateRuns.current()).hasValueSatisfying(run -> {
            assertThat(run.billDay()).isEqualTo(JUNE);
            assertThat(run.postPath()).isPresent();
            assertThat(run.promisedOn()).isEmpty();
        });

        on("2025-06-20");
        assertThat(told("INVOICE_DELAYED")).containsExactly("mwale@client.example");
        on("2025-06-22");
        assertThat(told("INVOICE_DELAYED")).containsExactly("mwale@client.example", "phiri@client.example");
        WatchReport again = on("2025-06-22");
        assertThat(again.fresh()).isZero();
        assertThat(again.planned()).isPositive();
        for (String day : List.of("2025-06-23", "2025-06-30", "2025-07-07", "2025-07-14")) {
            on(day);
        }
        assertThat(kinds()).filteredOn("RUN_LATE"::equals).hasSize(1);
        assertThat(told("INVOICE_DELAYED")).hasSize(2);
        assertThat(told("EXPIRY_UNBILLED")).contains("boss@example.org");
        assertThat(texts("select kind from owner_task where client_id in (select id from client)"))
                .contains("EXPIRY_UNBILLED", "UNREACHABLE");

        on("2025-07-15");
        assertThat(states()).contains("2025-06-15 SUPERSEDED", "2025-07-15 DUE");
        assertThat(texts("select cast(covers_from as varchar(10)) from invoice_run where bill_day = date '2025-07-15'"))
                .containsExactly("2025-07-16");
        assertThat(lateRuns.current())
                .hasValueSatisfying(run -> assertThat(run.billDay()).isEqualTo(JUNE));

        register.upsert(batch(
                List.of(),
                List.of(),
                List.of(
                        issued("I1", "1", "2025-07-15", "2025-07-16"),
                        issued("I2", "2", "2025-07-15", "2025-07-16"),
                        issued("I3", "3", "2025-07-15", "2025-07-16"))));
        assertThat(on("2025-07-16").lines()).contains("run of 15 July 2025: DUE -> COMPLETED");
        assertThat(told("RUN_SENT")).containsExactly("mwale@client.example", "phiri@client.example");
        Post sent = posts.look(count("select sent_post_id from invoice_run where bill_day = date '2025-07-15'"))
                .orElseThrow();
        assertThat(sent.state()).isEqualTo(PostState.DRAFT);
        assertThat(sent.title()).contains("15 June 2025");
        assertThat(sent.html()).contains(late.path().orElse("/2")).doesNotContain("Mwale");
        assertThat(lateRuns.current()).isEmpty();
        on("2025-07-17");
        assertThat(told("RUN_SENT")).hasSize(2);
    }

    @Test
    void aPostNeedsNobodysApprovalWhereThatWasChosen() {
        register.upsert(june());
        options.publishLatePosts(true);
        on("2025-06-18");
        assertThat(lateRuns.current())
                .hasValueSatisfying(run -> assertThat(run.postPath()).isEmpty());
        on("2025-06-19");
        assertThat(latePost().state()).isEqualTo(PostState.PUBLISHED);
        assertThat(lateRuns.current())
                .hasValueSatisfying(run -> assertThat(run.postPath()).isPresent());
    }

    @Test
    void aDryRunOfAnyDaySaysWhatWouldBeAndChangesNothing() {
        register.upsert(june());
        List<Integer> before = rows();
        WatchReport report = watch.watch(LocalDate.of(2025, 6, 22), true);
        assertThat(rows()).isEqualTo(before);
        assertThat(report.lines())
                .contains(
                        "invoice delayed | Mwale Farms | mwale@client.example | en | run of 15 June 2025, 7 days late | services example.org (20 July, 28 days left)",
                        "post | everybody | run of 15 June 2025, 7 days late");
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.lines()).anyMatch(line -> line.startsWith("held: invoice delayed | Silent | no address"));
        // the same, from a register in which all that was sent weeks later
        register.upsert(batch(
                List.of(),
                List.of(),
                List.of(
                        issued("I1", "1", "2025-06-15", "2025-07-20"),
                        issued("I2", "2", "2025-06-15", "2025-07-20"),
                        issued("I3", "3", "2025-06-15", "2025-07-20"))));
        on("2025-07-21");
        assertThat(states()).contains("2025-06-15 COMPLETED");
        assertThat(watch.watch(LocalDate.of(2025, 6, 22), true).lines()).isEqualTo(report.lines());
        assertThat(watch.watch(policies.today().plusDays(400), true).dryRun()).isTrue();
        assertThatThrownBy(() -> watch.watch(policies.today().plusDays(1), false))
                .isInstanceOf(InvalidWatchDay.class);
    }

    @Test
    void aDayBeforeTheLastThatWasWatchedIsOnlyTried() {
        register.upsert(june());
        on("2025-06-22");
        assertThatThrownBy(() -> on("2025-06-21"))
                .isInstanceOf(InvalidWatchDay.class)
                .hasMessageContaining("2025-06-21");
        assertThat(watch.watch(LocalDate.of(2025, 6, 21), true).dryRun()).isTrue();
        Rows.update(dataSource, "update billing_watch set watched_on = null");
        assertThatThrownBy(() -> on("2025-06-22")).isInstanceOf(InvalidWatchDay.class);
    }

    @Test
    void aDayIsWatchedAgainWhileItsMailWaitsForTheNextMorning() {
        register.upsert(june());
        on("2025-06-22");
        Rows.update(dataSource, "update delay_told set told_at = ?", Rows.time(Instant.parse("2025-06-23T06:30:00Z")));
        assertThat(on("2025-06-22").fresh()).isZero();
        assertThat(told("INVOICE_DELAYED")).hasSize(2);
        promise("2025-07-01", "2025-06-22T15:00:00Z");
        assertThat(on("2025-06-22").lines())
                .anyMatch(line -> line.startsWith("held: invoice delayed | Mwale Farms") && line.contains("72 hours"));
    }

    @Test
    void aMailThatPassedItsTimeUnsentIsMadeAnewAndOneThatWasTakenBackIsNot() {
        register.upsert(june());
        on("2025-06-22");
        delayOf("mwale@client.example", "STALE");
        delayOf("phiri@client.example", "CANCELLED");
        on("2025-06-23");
        on("2025-06-24");
        assertThat(told("INVOICE_DELAYED"))
                .containsExactly("mwale@client.example", "mwale@client.example", "phiri@client.example");
        assertThat(judged(key("INVOICE_DELAYED", "mwale@client.example"))).isEqualTo(Judgement.SEND);
        register.upsert(batch(
                List.of(),
                List.of(),
                List.of(
                        issued("I1", "1", "2025-06-15", "2025-06-25"),
                        issued("I2", "2", "2025-06-15", "2025-06-25"),
                        issued("I3", "3", "2025-06-15", "2025-06-25"))));
        on("2025-06-25");
        assertThat(told("RUN_SENT")).containsExactly("mwale@client.example");
    }

    private void delayOf(String address, String state) {
        Rows.update(
                dataSource,
                "update notice set state = ? where kind = 'INVOICE_DELAYED' and address = ?"
                        + " and recipient_ref in (select 'client:' || id from client)",
                state,
                address);
    }

    @Test
    void whoChoseALanguageIsWrittenToInIt() {
        register.upsert(june());
        Rows.update(dataSource, "update client set chosen_language = 'fr' where source_id = '1'");
        on("2025-06-22");
        assertThat(texts("select language from notice where kind = 'INVOICE_DELAYED' and recipient_ref in"
                        + " (select 'client:' || id from client) order by address"))
                .containsExactly("fr", "en");
    }

    @Test
    void whatWasSaidSinceIsNotSaidAsItWasBefore() {
        register.upsert(june());
        on("2025-06-22");
        NoticeKey delayed = key("INVOICE_DELAYED", "mwale@client.example");
        promise("2025-07-01", "2025-06-23T08:00:00Z");
        assertThat(judged(delayed)).isInstanceOf(Judgement.Cancel.class);
        NoticeKey expiry = key("EXPIRY", "mwale@client.example");
        assertThat(judged(expiry)).isEqualTo(Judgement.SEND);
        assertThat(judge.judge(expiry, "somebody@client.example", Instant.parse("2025-07-21T12:00:00Z")))
                .isInstanceOf(Judgement.Cancel.class);
        on("2025-07-13");
        assertThat(judged(expiry)).isInstanceOf(Judgement.Cancel.class);
        assertThat(judged(new NoticeKey(expiry.kind(), expiry.subject(), expiry.recipient(), "7", 0)))
                .isEqualTo(Judgement.SEND);
    }

    @Test
    void aRunIsCompletedByInvoicesAndWaiversAndNotBefore() {
        register.upsert(june());
        on("2025-06-15");
        register.upsert(batch(List.of(), List.of(), List.of(issued("I1", "1", "2025-06-15", "2025-06-16"))));
        on("2025-06-16");
        assertThat(states()).contains("2025-06-15 IN_PROGRESS");
        register.upsert(batch(List.of(), List.of(), List.of(issued("I2", "2", "2025-06-15", "2025-06-16"))));
        on("2025-06-17");
        assertThat(states()).contains("2025-06-15 IN_PROGRESS");
        Rows.update(
                dataSource,
                "insert into invoice_waiver (run_id, client_id, reason, waived_at, waived_by)"
                        + " select r.id, c.id, 'a gift', ?, 'ann' from invoice_run r, client c"
                        + " where r.bill_day = date '2025-06-15' and c.source_id = '3'",
                Rows.time(Instant.parse("2025-06-17T10:00:00Z")));
        on("2025-06-17");
        assertThat(states()).contains("2025-06-15 COMPLETED");
        assertThat(kinds()).isEmpty();
    }

    /** The schedule asks for what was due at a moment that it has taken before. */
    @Test
    void whatWasNeverWatchedIsDueAlready() {
        Rows.update(dataSource, "update billing_watch set watched_on = null");
        Instant asked = Instant.now();
        assertThat(watch.nextDue()).hasValueSatisfying(next -> assertThat(next).isBefore(asked));
    }

    @Test
    void withoutServicesThereIsNothingToWatch() {
        register.upsert(batch(List.of(), List.of(), List.of()));
        WatchReport report = on("2025-06-22");
        assertThat(report.lines()).containsExactly("no client has a service that expires: nothing to watch");
        assertThat(states()).isEmpty();
        assertThat(watch.nextDue()).hasValueSatisfying(next -> assertThat(next).isBefore(Instant.now()));
    }

    @Test
    void whatHoldsNoMoreIsNotSent() {
        register.upsert(june());
        on("2025-06-22");
        NoticeKey delayed = key("INVOICE_DELAYED", "mwale@client.example");
        assertThat(judged(delayed)).isEqualTo(Judgement.SEND);
        register.upsert(batch(List.of(), List.of(), List.of(issued("I1", "1", "2025-06-15", "2025-06-23"))));
        assertThat(judged(delayed)).isInstanceOf(Judgement.Cancel.class);
        NoticeKey expiry = key("EXPIRY", "mwale@client.example");
        assertThat(judged(expiry)).isEqualTo(Judgement.SEND);
        Rows.update(dataSource, "update invoice set state = 'PAID', paid_on = date '2025-06-24'");
        assertThat(judged(expiry)).isInstanceOf(Judgement.Cancel.class);
        NoticeKey other = key("INVOICE_DELAYED", "phiri@client.example");
        assertThat(judged(other)).isEqualTo(Judgement.SEND);
        Rows.update(dataSource, "update client set active = false");
        assertThat(judged(other)).isInstanceOf(Judgement.Cancel.class);
    }

    @Test
    void aPolicyHoldsFromItsDayOnAndIsWrittenDown() {
        LocalDate from = policies.today().plusDays(40);
        policies.add(policy(from, 5));
        assertThat(policies.inForce(from).billDay()).isEqualTo(5);
        assertThat(policies.inForce(from).expiryNotices()).containsExactly(60, 30, 7);
        assertThat(policies.inForce(from).windowFrom()).isEqualTo(LocalTime.of(8, 30));
        assertThat(policies.inForce(from.minusDays(1)).billDay()).isEqualTo(15);
        assertThatThrownBy(() -> policies.add(policy(policies.today().minusDays(1), 32)))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("validFrom")
                .hasMessageContaining("billDay");
    }

    @Test
    void aPromiseIsToldAnewAndNoSoonerThanAfterThreeDays() {
        register.upsert(june());
        on("2025-06-22");
        promise("2025-07-01", "2025-06-23T08:00:00Z");
        assertThat(on("2025-06-23").lines())
                .anyMatch(line -> line.startsWith("held: invoice delayed | Mwale Farms") && line.contains("72 hours"));
        promise("2025-07-04", "2025-06-24T08:00:00Z");
        on("2025-06-25");
        on("2025-06-26");
        assertThat(texts(
                        "select revision || ' ' || text_body from notice where kind = 'INVOICE_DELAYED' and recipient_ref in"
                                + " (select 'client:' || id from client where source_id = '1') order by revision"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("0 ").contains("cannot say yet"),
                        second -> assertThat(second).startsWith("2 ").contains("4 July 2025"));
    }

    @Test
    void whoseMailServerIsDownIsToldElsewhereOrByAPerson() {
        servers.apply("""
                servers:
                  - code: BILL-1
                    city: Lusaka
                    country: ZM
                    role: mail-server
                    visibility: public
                """);
        register.upsert(batch(
                List.of(hosted("1", "else@other.example"), hosted("2", null)),
                List.of(
                        domain("S1", "1", "example.org", "2025-07-20"),
                        domain("S2", "2", "phiri.example", "2025-07-20")),
                List.of()));
        on("2025-06-22");
        NoticeKey one = key("EXPIRY", "client1@hosted.example");
        NoticeKey two = key("EXPIRY", "client2@hosted.example");
        assertThat(judged(one)).isEqualTo(Judgement.SEND);
        long incident = incidents.open(
                new IncidentDraft("No mail moves", "We look.", Map.of("BILL-1", Impact.DEGRADED), null), true, null);
        assertThat(judged(one)).isEqualTo(Judgement.SEND);
        incidents.update(
                incident,
                published.find(incident).orElseThrow().version(),
                new UpdateDraft("Worse.", IncidentState.IDENTIFIED, Map.of("BILL-1", Impact.MAJOR_OUTAGE)));
        assertThat(judged(one)).isEqualTo(new Judgement.SendTo("else@other.example"));
        assertThat(judged(two)).isInstanceOf(Judgement.Hold.class);
        assertThat(texts(
                        "select kind from owner_task where client_id in (select id from client where source_id = '2')"))
                .containsExactly("UNREACHABLE");
        incidents.resolve(incident, published.find(incident).orElseThrow().version(), "Over.");
        assertThat(judged(two)).isEqualTo(Judgement.SEND);
    }

    @Test
    void aChangeOfPolicyMovesTheRunsThatArePlanned() {
        LocalDate today = policies.today();
        register.upsert(batch(
                List.of(client("1", "Mwale Farms", "mwale@client.example")),
                List.of(domain("S1", "1", "example.org", today.plusDays(100).toString())),
                List.of()));
        watch.watch(today, false);
        LocalDate next = policies.schedule().next(today.plusDays(20));
        LocalDate moved = next.getDayOfMonth() == 15 ? next.plusDays(3) : next;
        policies.add(policy(next.withDayOfMonth(1).isBefore(today) ? today : next.withDayOfMonth(1), 18));
        watch.watch(today, false);
        assertThat(states()).contains(moved + " PLANNED").doesNotContain(next + " PLANNED");
    }

    @Test
    void thousandsAreWatchedPartByPart() {
        int many = 2_100;
        List<ClientRecord> clients = new ArrayList<>();
        List<ServiceRecord> services = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            clients.add(client("many-" + i, "Client " + i, "client" + i + "@client.example"));
            services.add(domain("many-" + i, "many-" + i, "d" + i + ".example", "2025-08-10"));
        }
        register.upsert(batch(clients, services, List.of()));
        on("2025-06-21");
        assertThat(kinds()).containsExactly("RUN_LATE");
        assertThat(on("2025-06-22").fresh()).isEqualTo(many);
        assertThat(on("2025-06-22").fresh()).isZero();
    }

    private static BillingPolicy policy(LocalDate from, int billDay) {
        return new BillingPolicy(
                from,
                billDay,
                15,
                21,
                30,
                List.of(30, 7, 60),
                7,
                2,
                7,
                30,
                LocalTime.of(8, 30),
                LocalTime.of(17, 0),
                ZoneOffset.UTC);
    }

    private static RegisterBatch june() {
        return batch(
                List.of(
                        client("1", "Mwale Farms", "mwale@client.example"),
                        client("2", "Phiri", "phiri@client.example"),
                        client("3", "Silent", null)),
                List.of(
                        domain("S1", "1", "example.org", "2025-07-20"),
                        domain("S2", "2", "phiri.example", "2025-08-10"),
                        domain("S3", "3", "silent.example", "2025-08-11")),
                List.of());
    }

    private static ClientRecord hosted(String id, String alternate) {
        return new ClientRecord(
                "csv", id, "Client " + id, "client" + id + "@hosted.example", alternate, null, null, "BILL-1", true);
    }

    private void promise(String day, String at) {
        Rows.update(
                dataSource,
                "update invoice_run set promised_on = ?, promised_at = ?, promise_revision = promise_revision + 1"
                        + " where bill_day = date '2025-06-15'",
                LocalDate.parse(day),
                Rows.time(Instant.parse(at)));
    }

    private WatchReport on(String day) {
        return watch.watch(LocalDate.parse(day), false);
    }

    private Judgement judged(NoticeKey key) {
        return judge.judge(key, "somebody@client.example", Instant.parse("2025-06-23T08:00:00Z"));
    }

    private NoticeKey key(String kind, String address) {
        return Rows.query(
                        dataSource,
                        "select kind, subject_ref, recipient_ref, stage, revision from notice where kind = ? and address = ? "
                                + "and recipient_ref in (select 'client:' || id from client)",
                        row -> new NoticeKey(
                                NoticeKind.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5)),
                        kind,
                        address)
                .get(0);
    }

    private Post latePost() {
        return posts.look(count("select late_post_id from invoice_run where bill_day = date '2025-06-15'"))
                .orElseThrow();
    }

    private List<String> states() {
        return texts("select cast(bill_day as varchar(10)) || ' ' || state from invoice_run order by bill_day");
    }

    /** Of the runs that there are, and to the clients that there are; what several owners are told once. */
    private List<String> kinds() {
        return texts(
                "select distinct kind, subject_ref, case when recipient_ref like 'owner:%' then '' else recipient_ref end"
                        + " from notice where subject_ref in (select 'run:' || id from invoice_run)"
                        + " or recipient_ref in (select 'client:' || id from client) order by kind");
    }

    private List<String> told(String kind) {
        return Rows.query(
                dataSource,
                "select address from notice where kind = ? and (recipient_ref in (select 'client:' || id from client)"
                        + " or recipient_ref like 'owner:%') order by address",
                row -> row.getString(1),
                kind);
    }

    private List<Integer> rows() {
        return List.of("invoice_run", "notice", "owner_task", "post", "delay_told", "audit_event").stream()
                .map(table -> (int) count("select count(*) from " + table))
                .toList();
    }

    private long count(String sql) {
        return Rows.query(dataSource, sql, row -> row.getLong(1)).get(0);
    }

    private List<String> texts(String sql) {
        return Rows.query(dataSource, sql, row -> row.getString(1));
    }
}
