package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.niner.status.probe.ProbeSpec.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a server does, the probe ends in time, blames it, and says what it did. */
class HostileServersTest {

    private static final Duration TIMEOUT = Duration.ofMillis(700);
    private static final Duration GENEROUS = Duration.ofSeconds(10);
    private static final String TIMED_OUT = "timed out after 0.7 s while ";

    /** The protocols over TCP, each asked on a port of 127.0.0.1. */
    private enum Protocol {
        HTTP(port -> http("http", port)),
        HTTPS(port -> http("https", port)),
        TCP(port -> new ProbeSpec.Tcp("127.0.0.1", port, "220 ")),
        TLS(port -> new ProbeSpec.Tls("127.0.0.1", port, null, 14)),
        SMTP(port -> new ProbeSpec.Smtp("127.0.0.1", port, Security.STARTTLS, null, null)),
        IMAP(port -> new ProbeSpec.Imap("127.0.0.1", port, Security.STARTTLS, null, null)),
        POP3(port -> new ProbeSpec.Pop3("127.0.0.1", port, Security.STARTTLS, null, null)),
        SMTPS(port -> new ProbeSpec.Smtp("127.0.0.1", port, Security.TLS, null, null)),
        SIP(port -> new ProbeSpec.Sip("127.0.0.1", port, ProbeSpec.Transport.TCP, null)),
        SSH(port -> new ProbeSpec.Ssh("127.0.0.1", port, null));

        private final IntFunction<ProbeSpec> at;

        Protocol(IntFunction<ProbeSpec> at) {
            this.at = at;
        }

        private static ProbeSpec http(String scheme, int port) {
            URI url = URI.create(scheme + "://127.0.0.1:" + port + "/");
            return new ProbeSpec.Http(url, "GET", Map.of(), null, 200, "x", null, null, null, null);
        }
    }

    private enum Hostility {
        SAYS_NOTHING(TIMED_OUT + "(waiting for the first byte|in the TLS handshake)") {
            @Override
            void serve(Socket socket) throws InterruptedException {
                forever();
            }
        },
        SAYS_A_BYTE_A_SECOND(TIMED_OUT + "(reading|in the TLS handshake)") {
            @Override
            void serve(Socket socket) throws IOException, InterruptedException {
                CountDownLatch never = new CountDownLatch(1);
                do {
                    socket.getOutputStream().write('x');
                } while (!never.await(1, TimeUnit.SECONDS));
            }
        },
        SAYS_GARBAGE(
                "connection closed in place of an answer|answer is not [A-Z0-9]+.*|greeting .* does not hold “220 ”") {
            @Override
            void serve(Socket socket) throws IOException, InterruptedException {
                byte[] garbage = new byte[400];
                new Random(7).nextBytes(garbage);
                garbage[20] = '\n';
                socket.getOutputStream().write(garbage);
                socket.shutdownOutput();
                forever();
            }
        },
        RESETS("connection reset.*") {
            @Override
            void serve(Socket socket) throws IOException {
                socket.setSoLinger(true, 0);
            }
        },
        NEVER_STOPS("answer is not [A-Z0-9]+.*|greeting .* does not hold “220 ”") {
            @Override
            void serve(Socket socket) throws IOException {
                byte[] line = ("x".repeat(78) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                while (!socket.isClosed()) {
                    socket.getOutputStream().write(line);
                }
            }
        },
        NEVER_ENDS_ITS_LINE(
                "broken answer: Maximum line length.*|a line of the answer is longer than .*|answer is not TLS.*|greeting .* “220 ”") {
            @Override
            void serve(Socket socket) throws IOException {
                byte[] some = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                while (!socket.isClosed()) {
                    socket.getOutputStream().write(some);
                }
            }
        },
        CLOSES_AT_ONCE("connection (closed|reset).*") {
            @Override
            void serve(Socket socket) {}
        };

        private final String finding;

        Hostility(String finding) {
            this.finding = finding;
        }

        abstract void serve(Socket socket) throws IOException, InterruptedException;

        static void forever() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void everyDeadlineIsForgotten() {
        assertThat(network.watchdog.getQueue()).isEmpty();
        network.close();
    }

    @ParameterizedTest(name = "{0}: server {1}")
    @MethodSource("everyPair")
    void hostilityIsBoundedAndNamed(Protocol protocol, Hostility hostility) throws IOException {
        try (LoopbackServer server = new LoopbackServer(hostility::serve)) {
            long began = System.nanoTime();
            Finding finding = network.probe(protocol.at.apply(server.port()), TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(GENEROUS);
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail()).matches(hostility.finding);
        }
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(Protocol.values()).flatMap(protocol -> Arrays.stream(Hostility.values())
                .map(hostility -> Arguments.of(protocol, hostility)));
    }
}
