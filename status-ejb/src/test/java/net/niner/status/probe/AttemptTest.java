package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void theAddressIsJudgedAfterResolution() throws IOException {
        try (LoopbackServer server = new LoopbackServer(socket -> {})) {
            Finding finding = network.allowing("").probe(new ProbeSpec.Tcp("localhost", server.port(), null));
            assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(finding.detail()).contains("is not allowed by status.probe.allow");
        }
    }

    @Test
    void aPortThatRefusesIsDown() throws IOException {
        int closed;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = once.getLocalPort();
        }
        assertThat(network.probe(new ProbeSpec.Tcp("127.0.0.1", closed, null)))
                .isEqualTo(Finding.down("connection refused"));
    }

    @Test
    void connectingHasADeadline() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int i = 0; i < 4; i++) {
                Socket waiting = new Socket();
                crowd.add(waiting);
                connectBriefly(waiting, full);
            }
            assertThat(network.probe(new ProbeSpec.Tcp("127.0.0.1", full.getLocalPort(), null), SHORT))
                    .isEqualTo(Finding.down("timed out after 0.5 s while connecting"));
        } finally {
            for (Socket waiting : crowd) {
                waiting.close();
            }
        }
    }

    /** Once the queue of the listener is full, connecting hangs. */
    private static void connectBriefly(Socket socket, ServerSocket full) throws IOException {
        try {
            socket.connect(full.getLocalSocketAddress(), 100);
        } catch (SocketTimeoutException e) {
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void aHangingResolverIsOurFault() {
        Finding finding = network.resolvingOn(lookup -> {}).probe(new ProbeSpec.Tcp("mail.example", 25, null), SHORT);
        assertThat(finding).isEqualTo(Finding.unknown("our resolver did not answer for mail.example in time"));
    }

    @Test
    void anOverloadedResolverIsOurFault() {
        Finding finding = network.resolvingOn(lookup -> {
                    throw new RejectedExecutionException();
                })
                .probe(new ProbeSpec.Tcp("mail.example", 25, null));
        assertThat(finding).isEqualTo(Finding.unknown("our resolver is overloaded, mail.example was not looked up"));
    }

    @Test
    void aNameThatDoesNotExistIsDownAlsoWhenTheJvmRemembersOnlyThatItFailed() {
        Resolver resolver = network.network().resolver;
        assertThat(failure(resolver, "a.example: Name or service not known"))
                .isEqualTo(Finding.down("name a.example does not exist"));
        assertThat(failure(resolver, "a.example")).isEqualTo(Finding.down("name a.example does not exist"));
        assertThat(failure(resolver, "a.example: Temporary failure in name resolution"))
                .isEqualTo(Finding.unknown("our resolver failed for a.example"));
        assertThat(failure(resolver, "a.example")).isEqualTo(Finding.unknown("our resolver failed for a.example"));
    }

    private static Finding failure(Resolver resolver, String message) {
        return resolver.failure("a.example", new UnknownHostException(message)).finding();
    }

    @Test
    void theNextAddressIsTriedWhenOneRefuses() throws IOException, ProbeException {
        InetAddress refusing = InetAddress.getByName("127.0.0.2");
        InetAddress accepting = InetAddress.getByName("127.0.0.1");
        try (LoopbackServer server = new LoopbackServer(socket -> {});
                Attempt attempt = network.network().attempt(TestNetwork.PATIENT);
                Wire wire = attempt.connect(List.of(refusing, accepting), server.port())) {
            assertThat(wire.address()).isEqualTo(accepting);
        }
    }

    @Test
    void aLineHasALimitAndEndsWithLineFeed() throws IOException, ProbeException {
        try (LoopbackServer server = new LoopbackServer(
                        socket -> socket.getOutputStream().write("220 ok\r\nbare\nlonger than ten\r\n".getBytes()));
                Attempt attempt = network.network().attempt(TestNetwork.PATIENT);
                Wire wire = attempt.connect("127.0.0.1", server.port())) {
            assertThat(wire.readLine(10)).isEqualTo("220 ok");
            assertThat(wire.readLine(10)).isEqualTo("bare");
            assertThatThrownBy(() -> wire.readLine(10))
                    .isInstanceOf(ProbeException.class)
                    .hasMessage("a line of the answer is longer than 10 bytes");
        }
    }

    @Test
    void plainTextBehindTheSwitchToTlsIsNotBelieved() throws IOException, ProbeException {
        try (LoopbackServer server = new LoopbackServer(
                        socket -> socket.getOutputStream().write("220 go ahead\r\n250 injected\r\n".getBytes()));
                Attempt attempt = network.network().attempt(TestNetwork.PATIENT);
                Wire wire = attempt.connect("127.0.0.1", server.port())) {
            wire.readLine(100);
            assertThatThrownBy(() -> wire.startTls("127.0.0.1"))
                    .isInstanceOf(ProbeException.class)
                    .hasMessage("plain text arrived after the switch to TLS");
        }
    }

    @Test
    void aFinishedAttemptLeavesTheWatchdogNothing() throws IOException {
        try (LoopbackServer server = new LoopbackServer(socket -> {})) {
            network.probe(new ProbeSpec.Tcp("127.0.0.1", server.port(), null));
            assertThat(network.watchdog.getQueue()).isEmpty();
        }
    }
}
