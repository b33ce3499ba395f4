package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tests have BouncyCastle, for their servers; the product has not. So here the probe runs in a process of its own without it, as it does
 * where it ships.
 */
class ShippedLibrariesTest {

    @ParameterizedTest
    @CsvSource({"ssh-ed25519, 256", "ecdsa-sha2-nistp256, 256", "ssh-rsa, 2048"})
    void hostKeysOfEachTypeAreProvenByTheJdkAlone(String type, int size) throws Exception {
        KeyPair key = KeyUtils.generateKeyPair(type, size);
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(key));
            server.start();
            assertThat(probeElsewhere(server.getPort(), KeyUtils.getFingerPrint(key.getPublic())))
                    .startsWith("UP ");
        }
    }

    private static String probeElsewhere(int port, String fingerprint) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        shipped(),
                        ShippedLibrariesTest.class.getName(),
                        String.valueOf(port),
                        fingerprint)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String finding = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return finding;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String shipped() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("bouncycastle"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** In the other process. */
    public static void main(String... arguments) {
        try (TestNetwork network = new TestNetwork()) {
            Finding finding =
                    network.probe(new ProbeSpec.Ssh("127.0.0.1", Integer.parseInt(arguments[0]), arguments[1]));
            System.out.println(finding.outcome() + " " + finding.detail());
        }
    }
}
