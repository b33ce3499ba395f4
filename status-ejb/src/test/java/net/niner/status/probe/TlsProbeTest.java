package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real TLS servers with certificates of an authority made for the test. */
class TlsProbeTest {

    private static final TestAuthority AUTHORITY = new TestAuthority();

    private final TestNetwork network = new TestNetwork();

    @BeforeEach
    void trustTheAuthority() throws IOException {
        network.trusting(AUTHORITY.trust());
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aGoodCertificateIsUpAndTellsItsEnd() throws IOException {
        Finding finding = probe(AUTHORITY.good(), null);
        assertThat(finding.outcome()).isEqualTo(Outcome.UP);
        assertThat(finding.latency()).isPositive();
        assertThat(finding.detail()).isEqualTo("valid until " + day(90) + ", in 89 days, issued by “Test Authority”");
    }

    @Test
    void aCertificateThatEndsSoonIsDownBeforeItEnds() throws IOException {
        assertThat(probe(AUTHORITY.issue(-80, 10, "127.0.0.1"), null))
                .isEqualTo(Finding.down("certificate expires on " + day(10) + ", in 9 days"));
    }

    @Test
    void theDaysToExpiryAreWholeAndTheLimitItselfIsEnough() throws IOException {
        try (LoopbackServer server = serving(AUTHORITY.issue(-80, 10, "127.0.0.1"))) {
            assertThat(warning(server, 9).outcome()).isEqualTo(Outcome.UP);
            assertThat(warning(server, 10).outcome()).isEqualTo(Outcome.DOWN);
        }
    }

    private Finding warning(LoopbackServer server, int days) {
        return network.probe(new ProbeSpec.Tls("127.0.0.1", server.port(), null, days));
    }

    @Test
    void anExpiredCertificateIsNamedSo() throws IOException {
        assertThat(probe(AUTHORITY.issue(-90, -3, "127.0.0.1"), null))
                .isEqualTo(Finding.down("certificate expired on " + day(-3)));
    }

    @Test
    void aCertificateOfTheFutureIsNamedSo() throws IOException {
        assertThat(probe(AUTHORITY.issue(3, 90, "127.0.0.1"), null))
                .isEqualTo(Finding.down("certificate is not valid before " + day(3)));
    }

    @Test
    void aWrongNameIsToldWithTheNamesItHas() throws IOException {
        SSLContext other = AUTHORITY.issue(-1, 90, "www.example", "192.0.2.1");
        assertThat(probe(other, null))
                .isEqualTo(Finding.down("certificate is for www.example, 192.0.2.1, not for 127.0.0.1"));
        assertThat(probe(other, "mail.example"))
                .isEqualTo(Finding.down("certificate is for www.example, 192.0.2.1, not for mail.example"));
        assertThat(probe(other, "www.example").outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void aSelfSignedCertificateIsNamedSo() throws IOException {
        assertThat(probe(AUTHORITY.selfSigned(), null)).isEqualTo(Finding.down("certificate is self-signed (“box”)"));
    }

    @Test
    void whetherARefusedCertificateHasExpiredIsAskedOfTheClock() throws IOException {
        network.trusting(Trust.ofJvm()).at(Instant.now().plus(Duration.ofDays(1000)));
        assertThat(probe(AUTHORITY.good(), null).detail()).startsWith("certificate expired on ");
    }

    @Test
    void anAuthorityThatNobodyTrustsIsNamed() throws IOException {
        network.trusting(Trust.ofJvm());
        assertThat(probe(AUTHORITY.good(), null))
                .isEqualTo(Finding.down("certificate comes from an authority that is not trusted (“Test Authority”)"));
    }

    @Test
    void theNameIsSentSoThatTheServerCanChoose() throws IOException {
        CompletableFuture<String> asked = new CompletableFuture<>();
        try (LoopbackServer server = serving(AUTHORITY.issue(-1, 90, "mail.example"), socket -> {
            socket.startHandshake();
            ExtendedSSLSession session = (ExtendedSSLSession) socket.getSession();
            SNIServerName name = session.getRequestedServerNames().get(0);
            asked.complete(((SNIHostName) name).getAsciiName());
        })) {
            network.probe(new ProbeSpec.Tls("127.0.0.1", server.port(), "mail.example", 14));
            assertThat(asked).succeedsWithin(TestNetwork.PATIENT).isEqualTo("mail.example");
        }
    }

    @Test
    void aPortWithoutTlsIsNamedSo() throws IOException {
        try (LoopbackServer server =
                new LoopbackServer(socket -> socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes()))) {
            assertThat(network.probe(new ProbeSpec.Tls("127.0.0.1", server.port(), null, 14))
                            .detail())
                    .startsWith("answer is not TLS");
        }
    }

    @Test
    void aServerThatRefusesTheHandshakeIsQuoted() throws IOException, GeneralSecurityException {
        SSLContext empty = SSLContext.getInstance("TLS");
        empty.init(null, null, null);
        assertThat(probe(empty, null)).isEqualTo(Finding.down("server refused the TLS handshake: handshake_failure"));
    }

    /** A resumed session shows no certificate, so none may be resumed: each handshake is a session of its own. */
    @Test
    void everyProbeSeesTheCertificateAnew() throws IOException {
        Set<Long> begun = ConcurrentHashMap.newKeySet();
        SSLContext context = AUTHORITY.good();
        try (LoopbackServer server = serving(context, socket -> {
            socket.startHandshake();
            begun.add(socket.getSession().getCreationTime());
            answer(socket);
        })) {
            URI url = URI.create("https://127.0.0.1:" + server.port() + "/");
            ProbeSpec https = new ProbeSpec.Http(url, "GET", Map.of(), null, 200, "hello", null, null, null, null);
            for (int probe = 1; probe <= 3; probe++) {
                assertThat(network.probe(https).outcome()).isEqualTo(Outcome.UP);
                assertThat(begun).hasSize(probe);
                await().until(() -> System.currentTimeMillis() > Collections.max(begun));
            }
        }
    }

    private static void answer(SSLSocket tls) throws IOException {
        tls.getInputStream().read();
        tls.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aFileWithoutCertificatesIsRefusedByName(@TempDir Path directory) throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertThatThrownBy(() -> Trust.with(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> Trust.with(directory.resolve("missing.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem");
    }

    private interface TlsManners {
        void serve(SSLSocket socket) throws IOException;
    }

    private Finding probe(SSLContext context, String name) throws IOException {
        try (LoopbackServer server = serving(context)) {
            return network.probe(new ProbeSpec.Tls("127.0.0.1", server.port(), name, 14));
        }
    }

    private static LoopbackServer serving(SSLContext context) throws IOException {
        return serving(context, socket -> {
            socket.startHandshake();
            socket.getInputStream().read();
        });
    }

    private static LoopbackServer serving(SSLContext context, TlsManners manners) throws IOException {
        return new LoopbackServer(listen(context), socket -> manners.serve((SSLSocket) socket));
    }

    private static SSLServerSocket listen(SSLContext context) throws IOException {
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    private static LocalDate day(int fromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow);
    }
}
