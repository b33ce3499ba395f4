package net.niner.status.notice;

import static net.niner.status.notice.NoticeState.CANCELLED;
import static net.niner.status.notice.NoticeState.FAILED;
import static net.niner.status.notice.NoticeState.HELD;
import static net.niner.status.notice.NoticeState.QUEUED;
import static net.niner.status.notice.NoticeState.SENT;
import static net.niner.status.notice.NoticeState.STALE;
import static net.niner.status.notice.NoticeState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the outbox to the relay, and all that can go wrong between them. */
@ExtendWith(ArquillianExtension.class)
class DeliveriesIT {

    private static final Actor CLERK = new Actor(null, "clerk", null, Set.of(Permission.BILLING, Permission.SETTINGS));

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private Notices notices;

    @EJB
    private Deliveries deliveries;

    @EJB
    private DeliveryRounds rounds;

    @EJB
    private Outbox outbox;

    @EJB
    private MailSettings settings;

    @EJB
    private Fence fence;

    @EJB
    private OwnerTasks tasks;

    @EJB
    private Approvals approvals;

    @Inject
    private ArrivalsITs arrivals;

    @EJB
    private Bounces bounces;

    @EJB
    private NoticeRetention retention;

    private ScriptedRelayITs relay;

    @BeforeEach
    void empty() throws Exception {
        relay = new ScriptedRelayITs();
        Rows.update(dataSource, "delete from notice_event");
        Rows.update(dataSource, "delete from notice");
        sendBy(relay.port(), 0);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        Rows.update(dataSource, "delete from notice_event");
        Rows.update(dataSource, "delete from notice");
        Rows.update(dataSource, "delete from mail_settings");
        Rows.update(dataSource, "delete from alert where alert_key like '%notices:approval'");
        relay.close();
    }

    @Test
    void aNoticeIsSentOnceWithAllThatItsHeadersPromise() throws Exception {
        enqueue("Paula@Client.example", "");

        assertThat(deliver().sentence()).isEqualTo("sent 1");
        assertThat(deliver().sentence()).isEqualTo("sent 0");

        ScriptedRelayITs.Taken mail = relay.taken.get(0);
        NoticeView notice = only();
        assertThat(relay.taken).hasSize(1);
        assertThat(mail.to()).isEqualTo("Paula@client.example");
        assertThat(mail.envelopeFrom()).matches("bounce\\+" + notice.row().id() + "-[0-9a-f]{16}@status\\.example");
        assertThat(mail.header("From")).isEqualTo("Status <status@status.example>");
        assertThat(mail.header("Message-ID")).isEqualTo(notice.messageId()).contains("@");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Subject")).isEqualTo("About you Bcc: all@example.com");
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.content()).contains("text/plain", "text/html", "You receive this mail because you run");
        assertThat(notice.row().state()).isEqualTo(SENT);
        assertThat(notice.sentTo()).isEqualTo("Paula@Client.example");
        assertThat(notice.history()).extracting(NoticeEvent::state).containsExactly(SENT);
    }

    @Test
    void whatFailsForNowIsTriedAgainAsTheSameMessageAndWhatIsRefusedIsNot() throws Exception {
        enqueue("end-451.a@client.example", "");
        enqueue("rcpt-450.b@client.example", "");
        enqueue("data-451.c@client.example", "");
        enqueue("rcpt-550.e@client.example", "");
        enqueue("end-554.f@client.example", "");

        DeliveryReport report = deliver();

        assertThat(report.count(QUEUED)).isEqualTo(3);
        assertThat(report.count(FAILED)).isEqualTo(2);
        assertThat(deliver().outcomes()).isEmpty();
        assertThat(find(NoticeFilter.standing(QUEUED)))
                .allMatch(row ->
                        row.attempts() == 1 && row.dueAt().isAfter(Instant.now().plusSeconds(30)))
                .noneMatch(row -> row.reason().contains("client.example"));
        dueNow();
        assertThat(deliver().count(QUEUED)).isEqualTo(3);
        assertThat(relay.seen.stream().filter(mail -> mail.to().startsWith("end-451")))
                .hasSize(2)
                .extracting(mail -> mail.header("Message-ID"))
                .containsOnly(relay.seen.stream()
                        .filter(mail -> mail.to().startsWith("end-451"))
                        .findFirst()
                        .orElseThrow()
                        .header("Message-ID"));
        assertThat(relay.taken).isEmpty();
        assertThat(find(NoticeFilter.standing(QUEUED))).allMatch(row -> row.attempts() == 2);
    }

    @Test
    void aRefusalThatIsAboutTheSiteIsHeldAgainstNoAddress() throws Exception {
        enqueue("deny.a@client.example", "");
        for (int witnessed = 1; witnessed < 3; witnessed++) {
            assertThat(deliver().trouble()).contains("Relay access denied");
            assertThat(only().row().state()).isEqualTo(QUEUED);
            assertThat(only().row().attempts()).isEqualTo(witnessed);
            assertThat(settings.state()).isEqualTo(MailState.RELAY_FAILS);
            dueNow();
        }

        DeliveryReport report = deliver();

        assertThat(report.count(HELD)).as("from then on it is this one").isEqualTo(1);
        assertThat(only().row().reason()).contains("Relay access denied").doesNotContain("client.example");
        assertThat(settings.state()).isEqualTo(MailState.RELAY_FAILS);
        enqueue("good@client.example", "");
        assertThat(deliver().count(SENT)).isEqualTo(1);
        assertThat(settings.state()).isEqualTo(MailState.READY);
    }

    @Test
    void whatWasRefusedIsSentAfterAllWhereSomebodyReleasesIt() throws Exception {
        enqueue("rcpt-550.a@client.example", "");
        assertThat(deliver().count(FAILED)).isEqualTo(1);
        Rows.update(dataSource, "update notice set address = 'mended@client.example'");

        long id = only().row().id();
        as(() -> outbox.release(id));

        assertThat(deliver().count(SENT)).isEqualTo(1);
        assertThatThrownBy(() -> as(() -> outbox.release(id))).isInstanceOf(NoticeRefused.class);
    }

    @Test
    void aRelayThatHangsUpOnOneRecipientIsNotInTrouble() throws Exception {
        enqueue("cut-rcpt.a@client.example", "");

        DeliveryReport report = deliver();

        assertThat(report.trouble()).isNull();
        assertThat(report.count(QUEUED)).isEqualTo(1);
        assertThat(only().row().attempts()).isEqualTo(1);
        enqueue("good@client.example", "");
        assertThat(deliver().count(SENT)).isEqualTo(1);
    }

    @Test
    void aNoticeThatCannotEvenBeReadIsInNobodysWay() throws Exception {
        enqueue("a@client.example", "broken");
        enqueue("forgotten@client.example", "");
        Rows.update(dataSource, "update notice set text_body = null where address = 'forgotten@client.example'");
        enqueue("b@client.example", "");

        DeliveryReport report = deliver();

        assertThat(report.count(SENT)).isEqualTo(1);
        assertThat(report.count(QUEUED)).isEqualTo(1);
    }

    @Test
    void whatWaitsForOfficeHoursIsNotInTheWayOfWhatDoesNot() {
        IntStream.range(0, 5).forEach(client -> enqueue(client, client + "@client.example", shifted(2)));
        Rows.update(dataSource, "update notice set clearance = 'APPROVED', priority = 0");
        enqueue("now@client.example", "");
        Rows.update(dataSource, "update notice set priority = 1 where address = 'now@client.example'");

        assertThat(deliveries.claim(3)).extracting(Outgoing::address).containsExactly("now@client.example");
    }

    @Test
    void whatIsHeldWhileSomebodyReadsIsNotApprovedWithTheRest() throws Exception {
        enqueue(1, "unseen@client.example", office());
        Rows.update(dataSource, "update notice set not_before = created_at, state = 'CANCELLED'");
        enqueue(2, "seen@client.example", office());
        deliver();
        ApprovalBatch batch = as(outbox::toApprove);
        Rows.update(dataSource, "update notice set state = 'QUEUED' where state = 'CANCELLED'");
        deliver();

        assertThat(as(() -> outbox.approveUpTo(batch.last(), batch.until()))).isEqualTo(1);

        assertThat(find(NoticeFilter.toApprove()))
                .extracting(NoticeRow::address)
                .containsExactly("unseen@client.example");
    }

    @Test
    void whatComesWhileOthersAreCountedDoesNotPassUncounted() throws Exception {
        enqueue(1, "first@client.example", office());
        outboxApproves();
        enqueue(2, "counted@client.example", office());
        arrivals.meanwhile(() -> elsewhere(() -> enqueue(3, "late@client.example", office())));

        assertThat(approvals.decide()).isZero();

        assertThat(passed()).isZero();
        approvals.decide();
        assertThat(passed()).isEqualTo(2);
    }

    private int passed() {
        return Rows.query(dataSource, "select count(*) from notice where clearance = 'PASSED'", row -> row.getInt(1))
                .get(0);
    }

    private void elsewhere(Runnable what) {
        try {
            executor.submit(what).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClientWhoseAddressIsRefusedIsATaskForTheOwner() throws Exception {
        int client = 900_000 + (int) (System.nanoTime() % 90_000);
        enqueue(client, "rcpt-550.x@client.example", office());
        outboxApproves();

        assertThat(deliver().count(FAILED)).isEqualTo(1);

        assertThat(as(() -> tasks.ofClient(client)))
                .singleElement()
                .matches(task ->
                        task.kind() == TaskKind.ADDRESS_FAILS && !task.text().contains("@"));
    }

    @Test
    void whatWasHandedOverWithoutAnAnswerIsNeverSentAgainByItself() throws Exception {
        enqueue("cut-end.a@client.example", "");

        assertThat(deliver().count(UNKNOWN)).isEqualTo(1);
        dueNow();
        assertThat(deliver().outcomes()).isEmpty();
        assertThat(relay.seen).hasSize(1);
        long id = only().row().id();

        as(() -> outbox.resolve(id, false));
        assertThat(deliver().count(UNKNOWN)).isEqualTo(1);
        assertThat(relay.seen).hasSize(2);
        as(() -> outbox.resolve(id, true));
        assertThat(only().row().state()).isEqualTo(SENT);
        assertThatThrownBy(() -> as(() -> outbox.resolve(id, true)))
                .isInstanceOfSatisfying(NoticeRefused.class, refused -> assertThat(refused.state())
                        .contains(SENT));
        assertThat(only().history()).extracting(NoticeEvent::who).contains("clerk");
    }

    @Test
    void aLeaseThatLapsesSaysWhetherItMayBeSentAgain() {
        enqueue("a@client.example", "");
        enqueue("b@client.example", "");
        List<Outgoing> claimed = deliveries.claim(10);
        assertThat(claimed).hasSize(2);
        assertThat(deliveries.claim(10)).isEmpty();
        assertThat(deliveries.record(List.of(DeliveryEntry.handOver(claimed.get(0), "a@client.example"))))
                .containsExactly(true);
        deliveries.lapse();
        assertThat(as(outbox::counts)).containsEntry(NoticeState.SENDING, 2);

        dueNow();
        deliveries.lapse();

        assertThat(as(outbox::counts)).containsEntry(UNKNOWN, 1).containsEntry(QUEUED, 1);
        assertThat(deliveries.record(List.of(
                        DeliveryEntry.handOver(claimed.get(1), "b@client.example"),
                        DeliveryEntry.ended(claimed.get(1), Outcome.sent("250")),
                        DeliveryEntry.ended(claimed.get(0), Outcome.postponed("451", Instant.now())),
                        DeliveryEntry.ended(claimed.get(0), Outcome.sent("250")))))
                .as("whoever lost its claim can do nothing, except say late that it was sent")
                .containsExactly(false, false, false, true);
        assertThat(as(outbox::counts)).containsEntry(SENT, 1).containsEntry(QUEUED, 1);
    }

    @Test
    void twoThatClaimAtOnceGetDifferentOnes() throws Exception {
        IntStream.range(0, 200).forEach(i -> enqueue(i + "@client.example", ""));
        List<Future<List<Outgoing>>> claims = new ArrayList<>();
        for (int claimant = 0; claimant < 4; claimant++) {
            claims.add(executor.submit(() -> {
                List<Outgoing> mine = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    mine.addAll(deliveries.claim(7));
                }
                return mine;
            }));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Outgoing>> claim : claims) {
            claim.get().forEach(notice -> all.add(notice.id()));
        }
        assertThat(all).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void theFirstNoticesToClientsAndUnusuallyManyWaitForApproval() throws Exception {
        enqueue(1, "first@client.example", office());
        assertThat(deliver().held()).isEqualTo(1);
        assertThat(relay.taken).isEmpty();
        ApprovalBatch batch = as(outbox::toApprove);
        assertThat(batch.count()).isEqualTo(1);
        enqueue(2, "second@client.example", office());
        assertThat(deliver().held()).isEqualTo(1);
        assertThat(as(() -> outbox.approveUpTo(batch.last(), batch.until()))).isEqualTo(1);
        assertThat(deliver().count(SENT)).as("only what was seen").isEqualTo(1);
        outboxApprovesAll();
        assertThat(deliver().count(SENT)).isEqualTo(1);

        IntStream.range(10, 25).forEach(client -> enqueue(client, client + "@client.example", office()));
        assertThat(deliver().count(SENT)).isEqualTo(15);
        IntStream.range(30, 40).forEach(client -> enqueue(client, client + "@client.example", office()));
        assertThat(deliver().held()).as("more than 20 within a day").isEqualTo(10);
        enqueue("owner@status.example", "");
        assertThat(deliver().count(SENT)).isEqualTo(1);
        assertThat(as(() -> outbox.cancelUpTo(Long.MAX_VALUE, Instant.now()))).isEqualTo(10);
        assertThat(as(outbox::counts)).containsEntry(CANCELLED, 10).containsEntry(SENT, 18);
        assertThat(Rows.query(
                        dataSource,
                        "select state from alert where alert_key like '%notices:approval'",
                        row -> row.getString(1)))
                .as("the owner is told, and that it is over")
                .isNotEmpty()
                .doesNotContain("OPEN");
    }

    @Test
    void aCopyOfTheDatabaseSendsNothingUntilSomebodyConfirmsIt() throws Exception {
        assertThat(settings.state()).isEqualTo(MailState.READY);
        Rows.update(dataSource, "update installation set identity = 'another'");
        enqueue("a@client.example", "");

        assertThat(settings.state()).isEqualTo(MailState.OTHER_INSTALLATION);
        assertThat(deliveries.nextDue()).isEmpty();
        assertThat(deliver().outcomes()).isEmpty();
        assertThat(relay.seen).isEmpty();

        assertThatThrownBy(
                        () -> Caller.as(new Actor(null, "guest", null, Set.of(Permission.READ)), () -> fence.confirm()))
                .isInstanceOf(Forbidden.class);
        as(fence::confirm);
        assertThat(deliveries.nextDue()).isPresent();
        assertThat(deliver().count(SENT)).isEqualTo(1);
    }

    @Test
    void clientsGetMailInOfficeHoursOnly() throws Exception {
        ZoneId night = shifted(2);
        enqueue(1, "night@client.example", night);
        deliver();
        outboxApproves();

        assertThat(deliver().outcomes()).isEmpty();

        NoticeRow row = only().row();
        assertThat(row.state()).isEqualTo(QUEUED);
        assertThat(row.attempts()).isZero();
        assertThat(row.dueAt().atZone(night).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(relay.seen).isEmpty();
    }

    @Test
    void noDomainGetsMoreThanItsShare() throws Exception {
        sendBy(relay.port(), 10);
        enqueue("a@slow.example", "");
        enqueue("b@slow.example", "");
        enqueue("c@quick.example", "");

        assertThat(deliver().count(SENT)).isEqualTo(2);

        assertThat(find(NoticeFilter.standing(QUEUED)))
                .singleElement()
                .matches(row -> row.attempts() == 0 && row.dueAt().isAfter(Instant.now()));
    }

    @Test
    void whatTheRelayIsNotReachedForIsNotHeldAgainstAnybody() throws Exception {
        relay.close();
        sendBy(relay.port(), 0);
        enqueue("a@client.example", "");

        assertThat(deliver().trouble()).isNotBlank();

        assertThat(settings.state()).isEqualTo(MailState.RELAY_FAILS);
        assertThat(only().row().attempts()).isZero();
        assertThat(only().row().state()).isEqualTo(QUEUED);
        assertThat(deliveries.nextDue())
                .hasValueSatisfying(due -> assertThat(due).isAfter(Instant.now()));
        relay = new ScriptedRelayITs();
        sendBy(relay.port(), 0);
        dueNow();
        assertThat(deliver().count(SENT)).isEqualTo(1);
        assertThat(settings.state()).isEqualTo(MailState.READY);
    }

    @Test
    void eachIsJudgedAgainJustBeforeItGoes() throws Exception {
        enqueue("a@client.example", "paid");
        enqueue("b@client.example", "elsewhere");
        enqueue("c@client.example", "doubtful");

        deliver();

        assertThat(relay.taken).singleElement().matches(mail -> mail.to().equals("alternate@client.example"));
        assertThat(as(outbox::counts))
                .containsEntry(CANCELLED, 1)
                .containsEntry(SENT, 1)
                .containsEntry(QUEUED, 1);
    }

    @Test
    void whatIsTooLateOrHeldBackIsNotSent() throws Exception {
        enqueue("late@client.example", "");
        Rows.update(
                dataSource,
                "update notice set good_until = ?",
                Rows.time(Instant.now().minusSeconds(1)));
        enqueue("held@client.example", "");
        long held = find(NoticeFilter.standing(QUEUED)).stream()
                .filter(row -> row.address().startsWith("held"))
                .findFirst()
                .orElseThrow()
                .id();
        as(() -> outbox.hold(held));

        assertThat(deliver().stale()).isEqualTo(1);
        assertThat(as(outbox::counts)).containsEntry(STALE, 1).containsEntry(HELD, 1);
        // it waited for a person, not for a relay
        Rows.update(
                dataSource,
                "update notice set good_until = ? where id = ?",
                Rows.time(Instant.now().minusSeconds(1)),
                held);
        as(() -> outbox.release(held));
        assertThat(deliver().count(SENT)).isEqualTo(1);
    }

    @Test
    void aMailThatComesBackForGoodIsATaskOrEndsASubscription() throws Exception {
        int client = 990_000 + (int) (System.nanoTime() % 9_000);
        enqueue(client, "gone@client.example", office());
        deliver();
        outboxApproves();
        deliver();
        NoticeView notice = only();
        assertThat(notice.row().state()).isEqualTo(SENT);

        assertThat(bounces.record(new BounceReport("<another@site.example>", List.of(), "failed", "5.1.1")))
                .isFalse();
        assertThat(bounces.record(
                        new BounceReport(null, List.of(relay.taken.get(0).envelopeFrom()), "delayed", "4.4.1")))
                .isTrue();
        assertThat(only().row().state()).isEqualTo(SENT);
        String forged = relay.taken.get(0).envelopeFrom().replaceAll("-[0-9a-f]{16}@", "-0123456789abcdef@");
        assertThat(bounces.record(new BounceReport(null, List.of(forged), "failed", "5.1.1")))
                .isFalse();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(bounces.record(new BounceReport(notice.messageId(), List.of(), "failed", "5.1.1")))
                    .isTrue();
        }

        assertThat(only().row().state()).isEqualTo(NoticeState.BOUNCED);
        assertThat(as(() -> tasks.ofClient(client))).hasSize(1);
    }

    @Test
    void whatOldNoticesSaidIsForgottenAndTheirKeysAreNot() throws Exception {
        enqueue("old@client.example", "");
        enqueue(7, "waits@client.example", office());
        deliver();
        Rows.update(
                dataSource,
                "update notice set created_at = ?",
                Rows.time(Instant.now().minus(Duration.ofDays(401))));

        assertThat(retention.forget(100)).as("what waits stays").isEqualTo(1);
        assertThat(retention.forget(100)).isZero();
        assertThat(retention.forget(Recipient.client(7))).isEqualTo(1);

        assertThat(find(NoticeFilter.all()))
                .hasSize(2)
                .allMatch(row -> row.address() == null && row.subject() == null)
                .extracting(NoticeRow::state)
                .containsExactlyInAnyOrder(SENT, CANCELLED);
        long id = find(NoticeFilter.standing(SENT)).get(0).id();
        assertThat(as(() -> outbox.notice(id)).orElseThrow().text()).isNull();
    }

    @Test
    void withoutARelayNoticesWait() throws Exception {
        Rows.update(dataSource, "delete from mail_settings");
        enqueue("a@client.example", "");

        assertThat(settings.state()).isEqualTo(MailState.NO_RELAY);
        assertThat(deliver().outcomes()).isEmpty();
        assertThat(only().row().state()).isEqualTo(QUEUED);
        assertThatThrownBy(() -> Caller.as(
                        new Actor(null, "guest", null, Set.of(Permission.READ)),
                        () -> outbox.find(NoticeFilter.all(), 0, 10)))
                .isInstanceOf(Forbidden.class);
    }

    private DeliveryReport deliver() throws InterruptedException {
        return rounds.deliver(() -> false);
    }

    private void sendBy(int port, int domainPerMinute) {
        Rows.update(dataSource, "delete from mail_settings");
        MailSetup setup = new MailSetup(
                "127.0.0.1",
                port,
                MailSecurity.NONE,
                "",
                "status@status.example",
                "Status",
                "",
                List.of(),
                "bounce@status.example",
                true,
                "",
                993,
                MailSecurity.TLS,
                "",
                0,
                domainPerMinute);
        as(() -> settings.change(setup, null, null, as(settings::edition).version()));
    }

    private void enqueue(String address, String stage) {
        enqueue(new Recipient("owner", address, Locale.ENGLISH, ZoneOffset.UTC), stage);
    }

    /** One to a client; it is of the kind that no feature judges. */
    private void enqueue(int client, String address, ZoneId zone) {
        enqueue(new Recipient(Recipient.client(client), address, Locale.ENGLISH, zone), "");
        Rows.update(
                dataSource,
                "update notice set audience = 'CLIENT', clearance = 'OPEN', good_until = ? where recipient_ref = ? and"
                        + " audience <> 'CLIENT'",
                Rows.time(Instant.now().plus(Duration.ofDays(3))),
                Recipient.client(client));
    }

    private void enqueue(Recipient recipient, String stage) {
        notices.enqueue(new NoticeDraft(
                new NoticeKey(NoticeKind.TEST, "test:" + UUID.randomUUID(), recipient.ref(), stage, 0),
                recipient,
                new Letter().paragraph("Words <for> you.").under("About you\r\nBcc: all@example.com"),
                Instant.now().minusMillis(1),
                "a test"));
    }

    private void outboxApproves() throws InterruptedException {
        deliver();
        outboxApprovesAll();
    }

    private void outboxApprovesAll() {
        ApprovalBatch batch = as(outbox::toApprove);
        as(() -> outbox.approveUpTo(batch.last(), batch.until()));
    }

    private void dueNow() {
        Rows.update(
                dataSource,
                "update notice set due_at = ?",
                Rows.time(Instant.now().minusSeconds(1)));
    }

    private NoticeView only() {
        List<NoticeRow> rows = find(NoticeFilter.all());
        assertThat(rows).hasSize(1);
        return as(() -> outbox.notice(rows.get(0).id())).orElseThrow();
    }

    private List<NoticeRow> find(NoticeFilter filter) {
        return as(() -> outbox.find(filter, 0, 1000)).rows();
    }

    /** Where it is noon. */
    private static ZoneId office() {
        return shifted(12);
    }

    private static ZoneId shifted(int hour) {
        int shift = hour - Instant.now().atZone(ZoneOffset.UTC).getHour();
        return ZoneOffset.ofHours(shift < -12 ? shift + 24 : shift);
    }

    private static <T> T as(Supplier<T> action) {
        return Caller.as(CLERK, action);
    }

    private static void as(Runnable action) {
        Caller.as(CLERK, action);
    }
}
