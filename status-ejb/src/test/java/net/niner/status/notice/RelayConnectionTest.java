package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the site gets in at a relay, and that it says nothing where it does not. */
class RelayConnectionTest {

    private static final Instant NOW = Instant.parse("2025-07-07T07:12:58Z");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
            })
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("relay@status.example", "relay", "secret"));

    private boolean asked;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void severalMailsGoOverOneConnectionOfSomebodyWhoIsLetIn() throws Exception {
        try (RelayConnection connection = connection(MailSecurity.NONE, "relay", "secret")) {
            connection.open();
            assertThat(send(connection).state()).isEqualTo(NoticeState.SENT);
            connection.open();
            assertThat(send(connection).state()).isEqualTo(NoticeState.SENT);
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo("<notice.1@status.example>");
    }

    @Test
    void aWrongPasswordIsNoFaultOfAnyNotice() {
        assertRefused(connection(MailSecurity.NONE, "relay", "wrong"));
    }

    @Test
    void whereEncryptionIsChosenNothingIsSaidWithoutIt() {
        assertRefused(connection(MailSecurity.STARTTLS, "relay", "secret"));
    }

    @Test
    void aCertificateOfAStrangerIsNotTrusted() {
        assertRefused(connection(MailSecurity.TLS, "relay", "secret"));
    }

    private void assertRefused(RelayConnection connection) {
        assertThatThrownBy(connection::open).isInstanceOf(RelayRefuses.class);
        assertThat(connection.isOpen()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(asked).isFalse();
    }

    private Outcome send(RelayConnection connection) throws Exception {
        Mail mail = new Mail(
                connection.session(),
                new Mail.Headers(
                        "status@status.example",
                        "Status",
                        "",
                        "paula@client.example",
                        "bounce@status.example",
                        "<notice.1@status.example>",
                        null,
                        NOW),
                new MailText("Hello", "Hello.", "<p>Hello.</p>"),
                () -> {
                    asked = true;
                    return true;
                });
        return connection.send(mail, 0, NOW);
    }

    private RelayConnection connection(MailSecurity security, String user, String password) {
        return new RelayConnection(new MailAccess(
                new MailSetup(
                        "127.0.0.1",
                        security == MailSecurity.TLS
                                ? server.getSmtps().getPort()
                                : server.getSmtp().getPort(),
                        security,
                        user,
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
                        0),
                1,
                password,
                ""));
    }
}
