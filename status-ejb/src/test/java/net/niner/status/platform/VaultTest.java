package net.niner.status.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final String PLAIN = "grüße 🔑";

    @TempDir
    Path data;

    @Test
    void whatIsEncryptedDecryptsWithTheKeyThatIsKept() throws Exception {
        String encrypted = Vault.inDirectory(data).encrypt(PLAIN);
        assertThat(Vault.inDirectory(data).decrypt(encrypted)).isEqualTo(PLAIN);
    }

    @Test
    void theSameSecretNeverLooksTheSame() throws Exception {
        Vault vault = Vault.inDirectory(data);
        assertThat(vault.encrypt(PLAIN)).startsWith("v1:").isNotEqualTo(vault.encrypt(PLAIN));
    }

    @Test
    void onlyTheOwnerMayReadTheKey() throws Exception {
        Vault.inDirectory(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder()
                        .decode(Files.readString(data.resolve("secret.key")).strip()))
                .hasSize(32);
        assertThat(data).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void twoThatStartAtOnceUseOneKey() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Vault> open = () -> Vault.inDirectory(data);
            Set<String> seen = new HashSet<>();
            String encrypted = null;
            for (var vault :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> open).toList())) {
                encrypted = encrypted == null ? vault.get().encrypt(PLAIN) : encrypted;
                seen.add(vault.get().decrypt(encrypted));
            }
            assertThat(seen).containsExactly(PLAIN);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all"})
    void aFileThatIsNoKeyIsRefusedAndLeftAlone(String content) throws Exception {
        Path file = Files.writeString(data.resolve("secret.key"), content);
        assertThatThrownBy(() -> Vault.inDirectory(data))
                .isInstanceOf(VaultException.class)
                .hasMessage(file + " is not a key of 32 bytes in Base64: restore it from a backup");
        assertThat(file).hasContent(content);
    }

    @Test
    void aKeyMadeByHandMayEndInALineBreak() throws Exception {
        Files.writeString(data.resolve("secret.key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        Vault vault = Vault.inDirectory(data);
        assertThat(vault.decrypt(vault.encrypt(PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void aMissingDirectoryIsOneSentence() {
        assertThatThrownBy(() -> Vault.inDirectory(data.resolve("gone")))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("secret.key cannot be read or made");
    }

    @Test
    void whatWasChangedIsRefusedWithoutShowingIt() throws Exception {
        Vault vault = Vault.inDirectory(data);
        String encrypted = vault.encrypt(PLAIN);
        String changed =
                encrypted.substring(0, 20) + (encrypted.charAt(20) == 'A' ? 'B' : 'A') + encrypted.substring(21);
        for (String bad : new String[] {changed, "v1:", "v1:AAAA", "v1:%%", "v2:" + encrypted, PLAIN}) {
            assertThatThrownBy(() -> vault.decrypt(bad))
                    .isInstanceOf(VaultException.class)
                    .message()
                    .startsWith("secrets were ")
                    .doesNotContain("v1:", PLAIN);
        }
    }
}
