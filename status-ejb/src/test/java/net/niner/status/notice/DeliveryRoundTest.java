package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.niner.status.platform.DatabaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a round comes to its end, and knows what became of what it handed over, whatever fails around it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeliveryRoundTest {

    private static final String BREAKS_AFTER = "breaks-after";
    private static final String BREAKS_BEFORE = "breaks-before";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});
    private final FlakyDatabase database = new FlakyDatabase();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whatWasSentIsRecordedWhereTheDatabaseFailsForAMoment() throws Exception {
        database.waits.addAll(List.of(notice(1, ""), notice(2, ""), notice(3, "")));
        database.failuresAtEnds = 2;

        assertThat(round().run().count(NoticeState.SENT)).isEqualTo(3);

        assertThat(database.states.values()).hasSize(3).containsOnly(NoticeState.SENT);
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void whatIsUnderWayIsEndedBeforeAFailureIsTold() {
        database.waits.add(notice(1, ""));
        database.failsAtSecondClaim = true;

        assertThatThrownBy(() -> round().run()).isInstanceOf(DatabaseException.class);

        assertThat(database.states).containsEntry(1L, NoticeState.SENT);
    }

    @Test
    void anErrorEndsItsNoticeAndNotTheRoundOfTheOthers() throws Exception {
        database.waits.addAll(List.of(notice(1, BREAKS_BEFORE), notice(2, "")));

        round().run();

        assertThat(database.states).containsEntry(1L, NoticeState.QUEUED).containsEntry(2L, NoticeState.SENT);
    }

    @Test
    void whatFailsAfterAllOfItWasWrittenIsNotSentAgainByItself() throws Exception {
        database.waits.add(notice(1, BREAKS_AFTER));

        round().run();

        assertThat(database.states).containsEntry(1L, NoticeState.UNKNOWN);
    }

    @Test
    void whatWasNotBegunWhenItIsToStopIsGivenBack() throws Exception {
        database.waits.addAll(List.of(notice(1, ""), notice(2, "")));
        boolean[] claimed = {false};
        database.atClaim = () -> claimed[0] = true;

        round(() -> claimed[0]).run();

        assertThat(database.states.values()).hasSize(2).containsOnly(NoticeState.QUEUED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private DeliveryRound round() {
        return round(() -> false);
    }

    private DeliveryRound round(BooleanSupplier stopping) {
        MailSetup setup = new MailSetup(
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailSecurity.NONE,
                "",
                "status@status.example",
                "",
                "",
                List.of(),
                "",
                false,
                "",
                993,
                MailSecurity.TLS,
                "",
                0,
                0);
        return new DeliveryRound(
                new DeliveryRound.Parts(
                        database,
                        new NoDoubts(),
                        new BreakableDesk(),
                        new Throttle(),
                        new RelayHealth(),
                        Clock.systemUTC()),
                new MailAccess(setup, 1, "", ""),
                1,
                Thread::new,
                stopping);
    }

    private static Outgoing notice(long id, String stage) {
        return new Outgoing(
                id,
                "claim",
                new NoticeKey(NoticeKind.TEST, "test:" + id, "owner", stage, 0),
                Audience.OWNER,
                id + "@client.example",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                new MailText("Hello", "Hello.", "<p>Hello.</p>"),
                0,
                "<notice." + id + "@status.example>");
    }

    private static final class FlakyDatabase extends Deliveries {

        private final Deque<Outgoing> waits = new ArrayDeque<>();
        private final Map<Long, NoticeState> states = new TreeMap<>();
        private int failuresAtEnds;
        private boolean failsAtSecondClaim;
        private Runnable atClaim = () -> {};
        private int claims;

        @Override
        public Duration lease() {
            return Duration.ofMinutes(10);
        }

        @Override
        public List<Outgoing> claim(int most) {
            claims++;
            if (claims == 2 && failsAtSecondClaim) {
                throw new DatabaseException(new SQLException("gone"));
            }
            List<Outgoing> claimed = new ArrayList<>(waits);
            waits.clear();
            atClaim.run();
            return claimed;
        }

        @Override
        public List<Boolean> record(List<DeliveryEntry> entries) {
            boolean ends = entries.stream().anyMatch(entry -> !entry.isHandOver());
            if (ends && failuresAtEnds > 0) {
                failuresAtEnds--;
                throw new DatabaseException(new SQLException("gone for a moment"));
            }
            entries.stream()
                    .filter(entry -> !entry.isHandOver())
                    .forEach(entry ->
                            states.put(entry.notice().id(), entry.outcome().state()));
            return entries.stream().map(entry -> true).toList();
        }

        @Override
        public void settle() {
            // nothing of it outlives the test
        }
    }

    private static final class NoDoubts extends Judges {

        @Override
        public Judgement judge(Outgoing notice) {
            return Judgement.SEND;
        }
    }

    private static final class BreakableDesk extends MailDesk {

        @Override
        Mail mail(Outgoing notice, String to, MailSetup setup, Session session, Mail.HandOver handOver)
                throws MessagingException {
            Mail.Headers headers = new Mail.Headers(
                    setup.fromAddress(), "", "", to, setup.fromAddress(), notice.messageId(), null, Instant.EPOCH);
            return switch (notice.key().stage()) {
                case BREAKS_BEFORE -> throw new StackOverflowError("while it is made");
                case BREAKS_AFTER ->
                    new Mail(session, headers, notice.text(), handOver) {
                        @Override
                        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
                            super.writeTo(out, ignored);
                            throw new IllegalStateException("once it was written");
                        }
                    };
                default -> new Mail(session, headers, notice.text(), handOver);
            };
        }
    }
}
