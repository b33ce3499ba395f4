package net.niner.status.billing;

import static net.niner.status.notice.NoticeKind.EXPIRY;
import static net.niner.status.notice.NoticeKind.EXPIRY_UNBILLED;
import static net.niner.status.notice.NoticeKind.INVOICE_DELAYED;
import static net.niner.status.notice.NoticeKind.PAYMENT_REMINDER;
import static net.niner.status.notice.NoticeKind.RUN_SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.niner.status.billing.ClientFacts.Told;
import net.niner.status.notice.NoticeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom to tell what, day by day. */
class NoticePlanTest {

    private static final LocalDate JUNE = LocalDate.of(2025, 6, 15);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 15);

    private BillingSchedule schedule = new BillingSchedule(List.of(BillingPolicy.standard(ZoneOffset.UTC)));

    /** Mwale's domain expires on 20 July, Phiri's on 10 August; nobody has an invoice of June. */
    @ParameterizedTest
    @CsvSource({
        "2025-06-14, PLANNED, PLANNED, ''",
        "2025-06-15, DUE, PLANNED, ''",
        "2025-06-17, DUE, PLANNED, ''",
        // late after two days of grace: the owner knows at once
        "2025-06-18, LATE, PLANNED, 'owner RUN_LATE'",
        "2025-06-19, LATE, PLANNED, 'owner RUN_LATE'",
        // thirty days before a service of Mwale's expires
        "2025-06-20, LATE, PLANNED, 'owner RUN_LATE, Mwale EXPIRY 30, Mwale INVOICE_DELAYED'",
        "2025-06-21, LATE, PLANNED, 'owner RUN_LATE, Mwale EXPIRY 30, Mwale INVOICE_DELAYED'",
        // seven days late: everybody
        "2025-06-22, LATE, PLANNED, 'owner RUN_LATE, Mwale EXPIRY 30, Mwale INVOICE_DELAYED, Phiri INVOICE_DELAYED'",
        "2025-07-07, LATE, PLANNED, 'owner RUN_LATE, Mwale EXPIRY 30, Mwale INVOICE_DELAYED, Phiri INVOICE_DELAYED'",
        "2025-07-11, LATE, PLANNED, 'owner RUN_LATE, Mwale EXPIRY 30, Mwale INVOICE_DELAYED, Phiri EXPIRY 30, Phiri INVOICE_DELAYED'",
        // seven days before it expires without an invoice: the owner renews on credit
        "2025-07-13, LATE, PLANNED, 'owner EXPIRY_UNBILLED, owner RUN_LATE, Mwale EXPIRY 7, Mwale INVOICE_DELAYED, Phiri EXPIRY 30, Phiri INVOICE_DELAYED'",
        // July takes over
        "2025-07-15, SUPERSEDED, DUE, 'owner EXPIRY_UNBILLED, Mwale EXPIRY 7, Phiri EXPIRY 30'",
        "2025-07-18, SUPERSEDED, LATE, 'owner EXPIRY_UNBILLED, owner RUN_LATE, Mwale EXPIRY 7, Mwale INVOICE_DELAYED, Phiri EXPIRY 30, Phiri INVOICE_DELAYED'",
        "2025-07-21, SUPERSEDED, LATE, 'owner RUN_LATE, Mwale INVOICE_DELAYED, Phiri EXPIRY 30, Phiri INVOICE_DELAYED'",
    })
    void theRunOfJune2025DayByDay(LocalDate day, RunState june, RunState july, String told) {
        List<ClientFacts> clients = List.of(mwale(), phiri());
        List<RunFacts> runs = RunCourse.on(day, schedule, List.of(), clients);
        assertThat(state(runs, JUNE)).isEqualTo(june);
        assertThat(state(runs, JULY)).isEqualTo(july);
        assertThat(told(due(runs, day, clients))).isEqualTo(told);
    }

    @Test
    void whoeverLooksEveryDaySeesTheSameRunsAsWhoeverLooksOnce() {
        List<ClientFacts> clients = List.of(mwale(), phiri());
        List<RunFacts> daily = List.of();
        for (LocalDate day = LocalDate.of(2025, 6, 1); !day.isAfter(LocalDate.of(2025, 9, 30)); day = day.plusDays(1)) {
            daily = RunCourse.on(day, schedule, daily, clients);
            assertThat(RunCourse.on(day, schedule, daily, clients)).isEqualTo(daily);
        }
        assertThat(state(daily, JUNE)).isEqualTo(RunState.SUPERSEDED);
        assertThat(state(daily, LocalDate.of(2025, 9, 15))).isEqualTo(RunState.LATE);
        RunFacts september = run(daily, LocalDate.of(2025, 9, 15));
        assertThat(september.coverage().from()).isEqualTo("2025-07-16");
        assertThat(september.coverage().to()).isEqualTo("2025-11-15");
    }

    @Test
    void aRunIsCompletedWhenTheLastOfItsClientsHasAnInvoiceOrAWaiverAndNotBefore() {
        LocalDate day = LocalDate.of(2025, 6, 25);
        ClientFacts billed = with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JUNE, "2025-06-20")));
        assertThat(state(
                        RunCourse.on(
                                LocalDate.of(2025, 6, 16),
                                schedule,
                                List.of(),
                                List.of(
                                        with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JUNE, "2025-06-16"))),
                                        phiri())),
                        JUNE))
                .isEqualTo(RunState.IN_PROGRESS);
        assertThat(state(RunCourse.on(day, schedule, List.of(), List.of(billed, phiri())), JUNE))
                .isEqualTo(RunState.LATE);
        ClientFacts draft = with(phiri(), List.of(invoice(2, InvoiceState.DRAFT, JUNE, null)));
        assertThat(state(RunCourse.on(day, schedule, List.of(), List.of(billed, draft)), JUNE))
                .isEqualTo(RunState.LATE);
        ClientFacts other = with(phiri(), List.of(invoice(2, InvoiceState.PAID, JUNE.minusMonths(1), "2025-05-20")));
        assertThat(state(RunCourse.on(day, schedule, List.of(), List.of(billed, other)), JUNE))
                .isEqualTo(RunState.LATE);
        ClientFacts waived = waived(phiri(), JUNE, LocalDate.of(2025, 6, 24));
        RunFacts june = run(RunCourse.on(day, schedule, List.of(), List.of(billed, waived)), JUNE);
        assertThat(june.state()).isEqualTo(RunState.COMPLETED);
        assertThat(june.completedOn()).isEqualTo("2025-06-24");
    }

    @Test
    void whatComesLaterHasNotComeYet() {
        ClientFacts later = with(mwale(), List.of(invoice(1, InvoiceState.PAID, JUNE, "2025-07-20")));
        assertThat(later.on(LocalDate.of(2025, 6, 22), Instant.MAX)
                        .invoices()
                        .get(0)
                        .state())
                .isEqualTo(InvoiceState.DRAFT);
        assertThat(later.on(LocalDate.of(2025, 7, 20), Instant.MAX)
                        .invoices()
                        .get(0)
                        .state())
                .isEqualTo(InvoiceState.PAID);
    }

    @Test
    void aClientOfARunThatWasTakenOverNeedsTheirInvoiceOfEitherRun() {
        LocalDate day = LocalDate.of(2025, 7, 20);
        ClientFacts ofJune = with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JUNE, "2025-07-16")));
        ClientFacts ofJuly = with(phiri(), List.of(invoice(2, InvoiceState.ISSUED, JULY, "2025-07-16")));
        List<RunFacts> before = RunCourse.on(JULY, schedule, List.of(), List.of(mwale(), phiri()));
        assertThat(state(RunCourse.on(day, schedule, before, List.of(ofJune, ofJuly)), JULY))
                .isEqualTo(RunState.COMPLETED);
        // what July itself covers is not billed by an invoice of June
        ClientFacts both = client(3, "Both", domain("a.example", "2025-07-20"), domain("b.example", "2025-08-20"));
        ClientFacts half = with(both, List.of(invoice(3, InvoiceState.ISSUED, JUNE, "2025-07-16")));
        assertThat(state(RunCourse.on(day, schedule, before, List.of(ofJune, ofJuly, half)), JULY))
                .isEqualTo(RunState.LATE);
    }

    @Test
    void theSameDelayIsToldAgainOnlyWhenThePromiseChangesAndAfterThreeDays() {
        LocalDate day = LocalDate.of(2025, 6, 25);
        RunFacts june = promised(run(late(day), JUNE), "2025-07-01", 1);
        Instant nine = Instant.parse("2025-06-24T09:00:00Z");
        PlannedNotice same = delay(june, day, told(mwale(), JUNE, 1, nine));
        assertThat(same.revision()).isEqualTo(1);
        assertThat(same.held()).isEmpty();
        RunFacts again = promised(june, "2025-07-04", 2);
        PlannedNotice soon = delay(again, day, told(mwale(), JUNE, 1, nine));
        assertThat(soon.held()).isPresent();
        PlannedNotice then = delay(again, LocalDate.of(2025, 6, 27), told(mwale(), JUNE, 1, nine));
        assertThat(then.held()).isEmpty();
        assertThat(then.revision()).isEqualTo(2);
        assertThat(then.notBefore()).isEqualTo("2025-06-27T09:00:00Z");
        // told in the afternoon: not before the afternoon
        PlannedNotice afternoon =
                delay(again, LocalDate.of(2025, 6, 27), told(mwale(), JUNE, 1, Instant.parse("2025-06-24T15:30:00Z")));
        assertThat(afternoon.notBefore()).isEqualTo("2025-06-27T15:30:00Z");
    }

    @Test
    void aRunThatTakesOverTellsTheSamePromiseToNobodyTwice() {
        List<RunFacts> june = late(LocalDate.of(2025, 7, 14)).stream()
                .map(run -> run.billDay().equals(JUNE) ? promised(run, "2025-07-30", 1) : run)
                .toList();
        LocalDate day = LocalDate.of(2025, 7, 18);
        Instant then = Instant.parse("2025-07-01T09:00:00Z");
        ClientFacts more = told(
                client(53, "More", domain("a.example", "2025-07-20"), domain("b.example", "2025-08-20")),
                JUNE,
                1,
                then);
        ClientFacts before = told(client(54, "Before", domain("c.example", "2025-07-21")), JUNE, 0, then);
        List<ClientFacts> clients = List.of(told(mwale(), JUNE, 1, then), more, before);
        List<RunFacts> runs = RunCourse.on(day, schedule, june, clients);
        assertThat(state(runs, JULY)).isEqualTo(RunState.LATE);
        assertThat(run(runs, JULY).promiseRevision()).isEqualTo(1);
        assertThat(of(INVOICE_DELAYED, due(runs, day, clients)))
                .extracting(notice -> notice.client().name())
                .containsExactly("More", "Before");
    }

    @Test
    void aRunOfWhichNobodyIsKnownIsNotCompletedAndWhoComesLaterStillCounts() {
        ClientFacts far = client(60, "Far", domain("far.example", "2025-08-20"));
        LocalDate day = LocalDate.of(2025, 6, 20);
        List<RunFacts> before = List.of(RunFacts.planned(JUNE, schedule.coverage(YearMonth.from(JUNE))));
        List<RunFacts> runs = RunCourse.on(day, schedule, before, List.of(far));
        assertThat(state(runs, JUNE)).isEqualTo(RunState.PLANNED);
        assertThat(state(RunCourse.on(day, schedule, runs, List.of(far, mwale())), JUNE))
                .isEqualTo(RunState.LATE);
        // all that it billed is renewed by now
        ClientFacts renewed = with(far, List.of(invoice(1, InvoiceState.PAID, JUNE, "2025-06-16")));
        assertThat(run(RunCourse.on(day, schedule, runs, List.of(renewed)), JUNE)
                        .completedOn())
                .isEqualTo("2025-06-16");
        // it was late, and everybody left
        List<RunFacts> late = List.of(run(runs, JUNE).in(RunState.LATE));
        assertThat(state(RunCourse.on(day, schedule, late, List.of(far)), JUNE)).isEqualTo(RunState.LATE);
        assertThat(state(RunCourse.on(JULY, schedule, late, List.of(far)), JUNE))
                .isEqualTo(RunState.SUPERSEDED);
    }

    @Test
    void aCompletedRunSaysWhoNeedsAnInvoiceAfterAll() {
        ClientFacts billed = with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JUNE, "2025-06-16")));
        LocalDate day = LocalDate.of(2025, 6, 20);
        List<RunFacts> runs = RunCourse.on(day, schedule, List.of(), List.of(billed));
        assertThat(ReportLines.unbilled(runs, List.of(billed), day)).isEmpty();
        assertThat(ReportLines.unbilled(runs, List.of(billed, phiri()), day))
                .containsExactly("run of 15 June 2025: completed, but without an invoice now: 1 client");
    }

    @Test
    void oneMailTellsOfAllServicesThatWaitAndOfNoOther() {
        ClientFacts many = client(
                7,
                "Many",
                domain("b.example", "2025-08-01"),
                domain("a.example", "2025-07-20"),
                domain("later.example", "2026-03-01"));
        LocalDate day = LocalDate.of(2025, 6, 22);
        PlannedNotice notice = delay(run(late(day), JUNE), day, many);
        assertThat(notice.services()).extracting(ServiceFacts::name).containsExactly("a.example", "b.example");
    }

    @Test
    void remindersCountFromTheDayOnWhichAnInvoiceWentOut() {
        InvoiceFacts late = new InvoiceFacts(
                5, "N-5", InvoiceState.ISSUED, JUNE, LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 10), null, null);
        ClientFacts client = with(mwale(), List.of(late));
        assertThat(reminded(client, "2025-07-21")).isFalse();
        assertThat(reminded(client, "2025-07-30")).isFalse();
        assertThat(reminded(client, "2025-07-31")).isTrue();
        assertThat(reminded(client, "2025-08-14")).isTrue();
        // after a long silence it is for a person
        assertThat(reminded(client, "2025-08-15")).isFalse();
        assertThat(reminded(with(client, List.of(invoice(5, InvoiceState.PAID, JUNE, "2025-07-10"))), "2025-07-31"))
                .isFalse();
        assertThat(reminded(unwilling(client), "2025-07-31")).isFalse();
    }

    @Test
    void onlyWhoeverWasToldOfTheDelayIsToldThatTheRunWasSent() {
        ClientFacts told = told(
                with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JUNE, "2025-07-10"))),
                JUNE,
                0,
                Instant.parse("2025-06-20T09:00:00Z"));
        ClientFacts untold = with(phiri(), List.of(invoice(2, InvoiceState.ISSUED, JUNE, "2025-07-09")));
        List<ClientFacts> clients = List.of(told, untold);
        LocalDate day = LocalDate.of(2025, 7, 10);
        List<RunFacts> runs = RunCourse.on(day, schedule, List.of(), clients);
        assertThat(of(RUN_SENT, due(runs, day, clients)))
                .singleElement()
                .satisfies(notice -> assertThat(notice.client().name()).isEqualTo("Mwale"));
        assertThat(of(INVOICE_DELAYED, due(runs, day, clients))).isEmpty();
        LocalDate later = LocalDate.of(2025, 7, 25);
        assertThat(of(RUN_SENT, due(runs, later, clients))).isEmpty();
    }

    @Test
    void whoeverWasToldOfARunThatWasTakenOverIsToldOfTheOneThatTookOver() {
        ClientFacts told = told(
                with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JULY, "2025-07-16"))),
                JUNE,
                0,
                Instant.parse("2025-06-20T09:00:00Z"));
        List<RunFacts> before = RunCourse.on(JULY, schedule, List.of(), List.of(mwale()));
        LocalDate day = LocalDate.of(2025, 7, 16);
        List<RunFacts> runs = RunCourse.on(day, schedule, before, List.of(told));
        assertThat(of(RUN_SENT, due(runs, day, List.of(told))))
                .singleElement()
                .satisfies(notice -> assertThat(notice.run().billDay()).isEqualTo(JULY));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-19, ''",
        "2025-06-20, 30",
        "2025-06-21, 30",
        "2025-07-12, 30",
        // after days on which nobody looked, only the last stage
        "2025-07-13, 7",
        "2025-07-19, 7",
        "2025-07-20, 7",
        "2025-07-21, ''",
    })
    void anExpiryIsToldInStagesOfWhichOnlyTheLastIsDue(LocalDate day, String stage) {
        ClientFacts client = with(mwale(), List.of(invoice(1, InvoiceState.ISSUED, JUNE, "2025-06-15")));
        List<RunFacts> runs = RunCourse.on(day, schedule, List.of(), List.of(client));
        assertThat(of(EXPIRY, due(runs, day, List.of(client))).stream()
                        .map(PlannedNotice::stage)
                        .collect(Collectors.joining(",")))
                .isEqualTo(stage == null ? "" : stage);
    }

    @Test
    void whatIsPaidForNeedsNoWarningAndWhatIsBilledNoCredit() {
        LocalDate day = LocalDate.of(2025, 7, 14);
        ClientFacts paid = with(mwale(), List.of(invoice(1, InvoiceState.PAID, JUNE, "2025-06-15")));
        ClientFacts billed = with(
                client(2, "Zulu", domain("zulu.example", "2025-07-20")),
                List.of(invoice(2, InvoiceState.ISSUED, JUNE, "2025-06-15")));
        ClientFacts unbilled = client(3, "Tembo", domain("tembo.example", "2025-07-20"));
        List<ClientFacts> clients = List.of(paid, billed, unbilled);
        List<RunFacts> runs = RunCourse.on(day, schedule, List.of(), clients);
        List<PlannedNotice> due = due(runs, day, clients);
        assertThat(of(EXPIRY, due)).extracting(notice -> notice.client().name()).containsExactly("Zulu", "Tembo");
        assertThat(of(EXPIRY, due)).extracting(notice -> notice.run() == null).containsExactly(true, false);
        assertThat(of(EXPIRY_UNBILLED, due)).singleElement().satisfies(notice -> assertThat(notice.concerns())
                .extracting(concern -> concern.client().name())
                .containsExactly("Tembo"));
    }

    @Test
    void aChangeOfPolicyMovesWhatIsPlannedAndLeavesWhatIsUnderWay() {
        List<ClientFacts> clients = List.of(mwale(), phiri());
        LocalDate day = LocalDate.of(2025, 6, 16);
        List<RunFacts> before = RunCourse.on(day, schedule, List.of(), clients);
        schedule = new BillingSchedule(
                List.of(BillingPolicy.standard(ZoneOffset.UTC), BillingScheduleTest.policy("2025-07-01", 5, 20)));
        List<RunFacts> after = RunCourse.on(day, schedule, before, clients);
        assertThat(after.stream().map(RunFacts::billDay)).contains(JUNE).doesNotContain(JULY);
        assertThat(run(after, JUNE)).isEqualTo(run(before, JUNE));
        assertThat(run(after, LocalDate.of(2025, 7, 5)).coverage())
                .isEqualTo(new Coverage(LocalDate.of(2025, 8, 16), LocalDate.of(2025, 9, 20)));
    }

    @Test
    void mailGoesOutWhereTheClientLives() {
        LocalDate day = LocalDate.of(2025, 6, 22);
        List<RunFacts> runs = late(day);
        assertThat(delay(run(runs, JUNE), day, in(mwale(), "Pacific/Kiritimati"))
                        .notBefore())
                .isEqualTo("2025-06-22T00:00:00Z");
        assertThat(delay(run(runs, JUNE), day, in(mwale(), "America/Vancouver")).notBefore())
                .isEqualTo("2025-06-22T16:00:00Z");
    }

    private List<RunFacts> late(LocalDate day) {
        return RunCourse.on(day, schedule, List.of(), List.of(mwale(), phiri()));
    }

    private PlannedNotice delay(RunFacts run, LocalDate day, ClientFacts client) {
        return of(INVOICE_DELAYED, due(List.of(run), day, List.of(client))).get(0);
    }

    private boolean reminded(ClientFacts client, String day) {
        LocalDate then = LocalDate.parse(day);
        List<RunFacts> runs = RunCourse.on(then, schedule, List.of(), List.of(client));
        return !of(PAYMENT_REMINDER, due(runs, then, List.of(client))).isEmpty();
    }

    private List<PlannedNotice> due(List<RunFacts> runs, LocalDate day, List<ClientFacts> clients) {
        Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new NoticePlan(schedule, runs, day, now).due(clients);
    }

    private static List<PlannedNotice> of(NoticeKind kind, List<PlannedNotice> due) {
        return due.stream().filter(notice -> notice.kind() == kind).toList();
    }

    private static String told(List<PlannedNotice> due) {
        return due.stream()
                .map(notice ->
                        (notice.client() == null ? "owner" : notice.client().name()) + " " + notice.kind()
                                + (notice.stage().isEmpty() ? "" : " " + notice.stage()))
                .sorted((one, other) -> one.startsWith("owner") == other.startsWith("owner")
                        ? one.compareTo(other)
                        : one.startsWith("owner") ? -1 : 1)
                .collect(Collectors.joining(", "));
    }

    private static RunFacts run(List<RunFacts> runs, LocalDate billDay) {
        return runs.stream()
                .filter(run -> run.billDay().equals(billDay))
                .findFirst()
                .orElseThrow();
    }

    private static RunState state(List<RunFacts> runs, LocalDate billDay) {
        return run(runs, billDay).state();
    }

    private static RunFacts promised(RunFacts run, String day, int revision) {
        return new RunFacts(
                run.id(),
                run.billDay(),
                run.coverage(),
                run.state(),
                run.printedOn(),
                LocalDate.parse(day),
                Instant.EPOCH,
                revision,
                run.cause(),
                run.incident(),
                run.completedOn(),
                run.supersededBy(),
                run.latePost(),
                run.sentPost());
    }

    private static ClientFacts mwale() {
        return client(51, "Mwale", domain("example.org", "2025-07-20"));
    }

    private static ClientFacts phiri() {
        return client(52, "Phiri", domain("phiri.example", "2025-08-10"));
    }

    private static ServiceFacts domain(String name, String expires) {
        return new ServiceFacts(name.hashCode(), ServiceKind.DOMAIN, name, LocalDate.parse(expires));
    }

    private static InvoiceFacts invoice(long id, InvoiceState state, LocalDate billDay, String issued) {
        return new InvoiceFacts(
                id, "N-" + id, state, billDay, null, issued == null ? null : LocalDate.parse(issued), null, null);
    }

    private static ClientFacts client(long id, String name, ServiceFacts... services) {
        return new ClientFacts(
                id,
                name,
                Optional.of(name.toLowerCase(Locale.ROOT) + "@client.example"),
                Optional.empty(),
                Locale.ENGLISH,
                ZoneOffset.UTC,
                true,
                Arrays.asList(services),
                List.of(),
                Map.of(),
                List.of());
    }

    private static ClientFacts with(ClientFacts of, List<InvoiceFacts> invoices) {
        return copy(of, of.zone(), of.wantsReminders(), invoices, of.waivers(), of.told());
    }

    private static ClientFacts in(ClientFacts of, String zone) {
        return copy(of, ZoneId.of(zone), of.wantsReminders(), of.invoices(), of.waivers(), of.told());
    }

    private static ClientFacts unwilling(ClientFacts of) {
        return copy(of, of.zone(), false, of.invoices(), of.waivers(), of.told());
    }

    private static ClientFacts waived(ClientFacts of, LocalDate billDay, LocalDate on) {
        return copy(of, of.zone(), of.wantsReminders(), of.invoices(), Map.of(billDay, on), of.told());
    }

    private static ClientFacts told(ClientFacts of, LocalDate billDay, int revision, Instant at) {
        List<Told> told = new ArrayList<>(of.told());
        told.add(new Told(billDay, revision, at));
        return copy(of, of.zone(), of.wantsReminders(), of.invoices(), of.waivers(), told);
    }

    private static ClientFacts copy(
            ClientFacts of,
            ZoneId zone,
            boolean wantsReminders,
            List<InvoiceFacts> invoices,
            Map<LocalDate, LocalDate> waivers,
            List<Told> told) {
        return new ClientFacts(
                of.id(),
                of.name(),
                of.email(),
                of.alternateEmail(),
                of.language(),
                zone,
                wantsReminders,
                of.services(),
                invoices,
                waivers,
                told);
    }
}
