package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports as mail servers write them (RFC 3464), read from a real mailbox. */
class BounceMailboxTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("bounce@status.example", "bounce", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void reportsAboutOurMailAreTakenOnceAndAllElseStaysUnread() throws Exception {
        user.deliver(message("""
                From: paula@client.example
                To: bounce@status.example
                Subject: Out of office

                Back on Monday.
                """));
        user.deliver(report("failed", "5.1.1", "<notice.ours@status.example>"));
        user.deliver(report("failed", "5.1.1", "<another@elsewhere.example>"));
        user.deliver(report("delayed", "4.4.1", "<notice.ours@status.example>"));
        List<BounceReport> seen = new ArrayList<>();

        assertThat(read(seen)).isEqualTo(2);
        assertThat(seen).extracting(BounceReport::isHard).containsExactly(false, true, true);
        seen.clear();
        assertThat(read(seen)).isZero();
        assertThat(seen).as("one that is not ours is looked at again").hasSize(1);
        assertThat(server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                        .map(message -> message.getFlags().contains(Flags.Flag.SEEN)))
                .containsExactly(false, true, false, true);
    }

    @Test
    void theNewestComeFirstAndOneThatCannotBeRecordedKeepsNoOtherWaiting() throws Exception {
        user.deliver(report("failed", "5.1.1", "<notice.old@status.example>"));
        for (int i = 0; i < 600; i++) {
            user.deliver(message("""
                    From: paula@client.example
                    To: bounce@status.example
                    Subject: Out of office

                    Back on Monday.
                    """));
        }
        user.deliver(report("failed", "5.1.1", "<broken@status.example>"));
        user.deliver(report("failed", "5.1.1", "<notice.new@status.example>"));
        List<BounceReport> seen = new ArrayList<>();
        assertThat(read(seen)).isEqualTo(2);
        assertThat(seen)
                .extracting(BounceReport::messageId)
                .containsExactly(
                        "<notice.new@status.example>", "<broken@status.example>", "<notice.old@status.example>");
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, true",
        "5.1.2, true",
        "5.1.8, false",
        "5.2.1, true",
        "5.2.2, false",
        "5.2.3, false",
        "5.3.4, false",
        "5.4.4, false",
        "5.7.1, false",
        "4.2.1, false",
    })
    void onlyWhatSaysThatTheAddressIsWrongEndsIt(String status, boolean hard) {
        assertThat(new BounceReport(null, List.of(), "failed", status).isHard()).isEqualTo(hard);
        assertThat(new BounceReport(null, List.of(), "delayed", status).isHard())
                .isFalse();
    }

    @Test
    void aReportSaysWhichMailWhereToAndWhatIsWrong() throws Exception {
        BounceReport report = BounceReport.of(report("failed", "5.1.1", "<notice.ours@status.example>"))
                .orElseThrow();

        assertThat(report.messageId()).isEqualTo("<notice.ours@status.example>");
        assertThat(report.addresses()).contains("bounce+51-0123456789abcdef@status.example");
        assertThat(report.status()).isEqualTo("5.1.1");
        assertThat(BounceReport.of(report("failed", "5.2.2", "<a@b>"))
                        .orElseThrow()
                        .isHard())
                .as("a full mailbox")
                .isFalse();
        assertThat(BounceReport.of(report("failed", "4.4.7", "<a@b>"))
                        .orElseThrow()
                        .isHard())
                .isFalse();
        assertThat(BounceReport.of(report("relayed", "5.0.0", "<a@b>"))
                        .orElseThrow()
                        .isHard())
                .isFalse();
    }

    private int read(List<BounceReport> seen) throws Exception {
        MailSetup setup = new MailSetup(
                "",
                25,
                MailSecurity.NONE,
                "",
                "",
                "",
                "",
                List.of(),
                "",
                false,
                "127.0.0.1",
                server.getImap().getPort(),
                MailSecurity.NONE,
                "bounce",
                0,
                0);
        return new BounceMailbox(new MailAccess(setup, 1, "", "secret"))
                .read(
                        report -> {
                            seen.add(report);
                            if (report.messageId().startsWith("<broken")) {
                                throw new IllegalStateException("no such notice");
                            }
                            return report.messageId().startsWith("<notice.");
                        },
                        () -> false);
    }

    /** As Postfix writes it. */
    private static MimeMessage report(String action, String status, String messageId) throws Exception {
        return message("""
                From: MAILER-DAEMON@mx.client.example (Mail Delivery System)
                To: bounce+51-0123456789abcdef@status.example
                Delivered-To: bounce@status.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="4F1.1751872378/mx.client.example"

                This is a MIME-encapsulated message.

                --4F1.1751872378/mx.client.example
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not
                be delivered. Status: 2.0.0

                --4F1.1751872378/mx.client.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.client.example
                Arrival-Date: Mon,  7 Jul 2025 07:12:58 +0000 (UTC)

                Final-Recipient: rfc822; paula@client.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 <paula@client.example>: Recipient address
                    rejected: User unknown

                --4F1.1751872378/mx.client.example
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                Return-Path: <bounce@status.example>
                Subject: Your domain
                Message-ID: %s

                --4F1.1751872378/mx.client.example--
                """.formatted(action, status, messageId));
    }

    private static MimeMessage message(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }
}
