package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import net.niner.status.probe.ProbeSpec.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** GreenMail answers; where TLS is due, it stands behind a door that takes TLS off, at once or after STARTTLS. */
class MailProbesTest {

    private static final Secret GOOD = new Secret("correct\"horse\\staple");
    private static final Secret BAD = new Secret("battery-of-wrong-horses");

    private enum Protocol {
        SMTP("STARTTLS", "220"),
        IMAP("a STARTTLS", "a OK"),
        POP3("STLS", "+OK");

        private final String startTls;
        private final String ready;

        Protocol(String startTls, String ready) {
            this.startTls = startTls;
            this.ready = ready;
        }

        ProbeSpec at(int port, Security security, Secret password) {
            String user = password == null ? null : "info";
            return switch (this) {
                case SMTP -> new ProbeSpec.Smtp("127.0.0.1", port, security, user, password);
                case IMAP -> new ProbeSpec.Imap("127.0.0.1", port, security, user, password);
                case POP3 -> new ProbeSpec.Pop3("127.0.0.1", port, security, user, password);
            };
        }

        int port(GreenMail mail) {
            return switch (this) {
                case SMTP -> mail.getSmtp().getPort();
                case IMAP -> mail.getImap().getPort();
                case POP3 -> mail.getPop3().getPort();
            };
        }

        /** What a server says until STARTTLS. */
        String answer(String command, String offer) {
            return switch (this) {
                case SMTP -> command.isEmpty() ? "220 box ESMTP" : "250-box\r\n250 " + offer;
                case IMAP -> command.isEmpty() ? "* OK box" : "* CAPABILITY IMAP4rev1 " + offer + "\r\na OK done";
                case POP3 -> command.isEmpty() ? "+OK box" : "+OK list\r\n" + offer + "\r\n.";
            };
        }

        String offer() {
            return this == POP3 ? "STLS" : "STARTTLS";
        }
    }

    private final TestAuthority authority = new TestAuthority();
    private final SSLContext certified = authority.good();
    private final GreenMail mail = new GreenMail(ServerSetup.dynamicPort(ServerSetupTest.SMTP_POP3_IMAP));
    private TestNetwork network;

    @BeforeEach
    void start() throws IOException {
        network = new TestNetwork().trusting(authority.trust());
        mail.setUser("info@localhost", "info", GOOD.reveal());
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
        network.close();
    }

    @ParameterizedTest
    @EnumSource
    void anUnprotectedServerIsUpInItsOwnWords(Protocol protocol) {
        Finding finding = network.probe(protocol.at(protocol.port(mail), Security.NONE, null));
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
        assertThat(finding.detail()).contains("GreenMail");
        assertThat(finding.latency()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void startTlsMustBeOffered(Protocol protocol) throws IOException {
        try (LoopbackServer door = new LoopbackServer(socket -> plain(socket, protocol, "OTHER", ""))) {
            Finding finding = network.probe(protocol.at(door.port(), Security.STARTTLS, null));
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail()).startsWith("STARTTLS is not offered");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsInUnderTls(Protocol protocol) throws IOException {
        try (LoopbackServer door = new LoopbackServer(tlsDoor(), socket -> relay(socket, protocol, true))) {
            Finding finding = network.probe(protocol.at(door.port(), Security.TLS, GOOD));
            assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
            assertThat(finding.detail()).startsWith("signed in");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsDownAndNeverShown(Protocol protocol) throws IOException {
        try (LoopbackServer door = new LoopbackServer(tlsDoor(), socket -> relay(socket, protocol, true))) {
            Finding finding = network.probe(protocol.at(door.port(), Security.TLS, BAD));
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail())
                    .startsWith("sign-in refused")
                    .doesNotContain(BAD.reveal())
                    .doesNotContain(Dialogue.base64(BAD.reveal()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsInAfterStartTls(Protocol protocol) throws IOException {
        try (LoopbackServer door = new LoopbackServer(socket -> upgrade(socket, protocol))) {
            Finding finding = network.probe(protocol.at(door.port(), Security.STARTTLS, GOOD));
            assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void plainTextBehindTheSwitchToTlsIsNotTakenForProtected(Protocol protocol) throws IOException {
        String injected = "\r\n" + protocol.answer("x", "AUTH PLAIN");
        try (LoopbackServer door = new LoopbackServer(socket -> plain(socket, protocol, protocol.offer(), injected))) {
            Finding finding = network.probe(protocol.at(door.port(), Security.STARTTLS, GOOD));
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail()).isEqualTo("plain text arrived after the switch to TLS");
        }
    }

    @Test
    void aPasswordThatTheServerRepeatsIsConcealed() throws IOException {
        try (LoopbackServer door = new LoopbackServer(tlsDoor(), MailProbesTest::echo)) {
            Finding finding = network.probe(Protocol.POP3.at(door.port(), Security.TLS, BAD));
            assertThat(finding.detail()).isEqualTo("sign-in refused: “-ERR what is PASS …”");
        }
    }

    private static void echo(Socket socket) throws IOException {
        say(socket, "+OK box");
        BufferedReader lines = lines(socket);
        lines.readLine();
        say(socket, "+OK");
        say(socket, "-ERR what is " + lines.readLine());
        lines.readLine();
    }

    private ServerSocket tlsDoor() throws IOException {
        return certified.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static void plain(Socket socket, Protocol protocol, String offer, String injected) throws IOException {
        BufferedReader lines = lines(socket);
        say(socket, protocol.answer("", offer));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            boolean last = line.equals(protocol.startTls);
            say(socket, last ? protocol.ready + " go" + injected : protocol.answer(line, offer));
        }
    }

    /** The greeting has been said in plain text, and the server behind says it again. */
    private void upgrade(Socket socket, Protocol protocol) throws IOException, InterruptedException {
        BufferedReader lines = lines(socket);
        say(socket, protocol.answer("", protocol.offer()));
        while (!lines.readLine().equals(protocol.startTls)) {
            say(socket, protocol.answer("x", protocol.offer()));
        }
        say(socket, protocol.ready + " go");
        SSLSocket tls = (SSLSocket) certified.getSocketFactory().createSocket(socket, "", socket.getPort(), true);
        tls.setUseClientMode(false);
        relay(tls, protocol, false);
    }

    private void relay(Socket socket, Protocol protocol, boolean greeting) throws IOException, InterruptedException {
        try (Socket behind = new Socket("127.0.0.1", protocol.port(mail))) {
            InputStream said = behind.getInputStream();
            for (int next = greeting ? '\n' : 0; next != '\n'; ) {
                next = said.read();
            }
            Thread back = new Thread(() -> pour(said, socket));
            back.start();
            pour(socket.getInputStream(), behind);
            behind.shutdownOutput();
            back.join();
        }
    }

    private static void pour(InputStream from, Socket to) {
        try {
            from.transferTo(to.getOutputStream());
        } catch (IOException e) {
            Thread.yield();
        }
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
