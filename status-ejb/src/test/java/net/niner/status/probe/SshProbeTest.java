package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A real server answers. */
class SshProbeTest {

    private final TestNetwork network = new TestNetwork();
    private final SshServer server = SshServer.setUpDefaultServer();

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
        network.close();
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ecdsa-sha2-nistp256, 256", "ecdsa-sha2-nistp384, 384", "ssh-rsa, 2048"})
    void theHostKeyIsRecognised(String type, int size) throws GeneralSecurityException, IOException {
        KeyPair key = key(type, size);
        Finding finding = probe(KeyUtils.getFingerPrint(key.getPublic()), key);
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
        assertThat(finding.detail()).startsWith("SSH-2.0-");
    }

    @Test
    void anyOfTheServersKeysWillDo() throws GeneralSecurityException, IOException {
        KeyPair rsa = key("ssh-rsa", 2048);
        Finding finding = probe(KeyUtils.getFingerPrint(rsa.getPublic()), key("ssh-ed25519", 256), rsa);
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
    }

    @Test
    void aChangedKeyIsDownAndNamed() throws GeneralSecurityException, IOException {
        KeyPair now = key("ssh-ed25519", 256);
        String before = KeyUtils.getFingerPrint(key("ssh-ed25519", 256).getPublic());
        Finding finding = probe(before, now);
        assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(finding.detail())
                .isEqualTo("host key is " + KeyUtils.getFingerPrint(now.getPublic()) + " (ssh-ed25519), not " + before);
    }

    /** Whoever stands in between knows the public key as well as anybody. */
    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ecdsa-sha2-nistp256, 256", "ssh-rsa, 2048"})
    void aServerThatShowsTheKeyWithoutOwningItIsDown(String type, int size)
            throws GeneralSecurityException, IOException {
        KeyPair genuine = key(type, size);
        KeyPair impostor = new KeyPair(genuine.getPublic(), key(type, size).getPrivate());
        assertThat(probe(KeyUtils.getFingerPrint(genuine.getPublic()), impostor))
                .isEqualTo(Finding.down("server does not prove that it owns its host key"));
    }

    @ParameterizedTest
    @EnumSource(names = {"curve25519", "ecdhp256", "ecdhp384", "ecdhp521", "dhg14_256", "dhg16_512"})
    void aServerMayKnowOneMethodOnly(BuiltinDHFactories method) throws GeneralSecurityException, IOException {
        server.setKeyExchangeFactories(List.of(ServerBuilder.DH2KEX.apply(method)));
        KeyPair key = key("ssh-ed25519", 256);
        Finding finding = probe(KeyUtils.getFingerPrint(key.getPublic()), key);
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
    }

    @ParameterizedTest
    @MethodSource
    void whatFollowsTheIdentificationIsBounded(byte[] answer, String detail) throws IOException {
        try (LoopbackServer hostile = new LoopbackServer(socket -> {
            socket.getOutputStream().write("Be nice\r\n\r\nSSH-2.0-Test\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(answer);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            ProbeSpec spec = new ProbeSpec.Ssh("127.0.0.1", hostile.port(), "SHA256:" + "x".repeat(43));
            assertThat(network.probe(spec, Duration.ofMillis(700))).isEqualTo(Finding.down(detail));
        }
    }

    private static Stream<Arguments> whatFollowsTheIdentificationIsBounded() {
        byte[] disconnect = {0, 0, 0, 20, 4, 1, 0, 0, 0, 12, 0, 0, 0, 6, 'g', 'o', ' ', 'o', 'n', '!', 0, 0, 0, 0};
        byte[] http = "HTTP/1.1 400".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                Arguments.of(new byte[0], "timed out after 0.7 s while reading"),
                Arguments.of(new byte[] {0, 0, 0, 12, 6}, "timed out after 0.7 s while reading"),
                Arguments.of(http, "answer is not SSH: a packet of 1213486160 bytes"),
                Arguments.of(new byte[] {-1, -1, -1, -1, 4}, "answer is not SSH: a packet of -1 bytes"),
                Arguments.of(new byte[] {0, 0, 0, 8, 6, 20, 0, 0, 0, 0, 0, 0}, "key exchange cannot be read"),
                Arguments.of(new byte[] {0, 0, 0, 8, 6, 50, 0, 0, 0, 0, 0, 0}, "key exchange answered out of turn"),
                Arguments.of(disconnect, "server disconnected: “go on!”"));
    }

    @Test
    void withoutAFingerprintTheIdentificationIsEnough() throws GeneralSecurityException, IOException {
        assertThat(probe(null, key("ssh-ed25519", 256)).outcome()).isEqualTo(Outcome.UP);
    }

    private Finding probe(String fingerprint, KeyPair... keys) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(List.of(keys)));
        server.start();
        return network.probe(new ProbeSpec.Ssh("127.0.0.1", server.getPort(), fingerprint));
    }

    private static KeyPair key(String type, int size) throws GeneralSecurityException {
        return KeyUtils.generateKeyPair(type, size);
    }
}
