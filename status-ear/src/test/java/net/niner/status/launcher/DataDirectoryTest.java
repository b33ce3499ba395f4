package net.niner.status.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void whatIsSecretBelongsToTheOwnerAlone() throws IOException {
        Path path = parent.resolve("new/data");

        prepared(path).letGo();

        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("operator.token"))).isEqualTo("rw-------");
        assertThat(permissions(path.resolve("secret.key"))).isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatOthersMayEnterIsClosedToThem() throws IOException {
        Path path = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));

        prepared(path).letGo();

        assertThat(permissions(path)).isEqualTo("rwx------");
    }

    @Test
    void secretsAreThirtyTwoRandomBytesAndALineEnd() throws IOException {
        prepared(parent).letGo();

        String token = Files.readString(parent.resolve("operator.token"));
        String key = Files.readString(parent.resolve("secret.key"));
        assertThat(token).endsWith("\n");
        assertThat(Base64.getUrlDecoder().decode(token.strip())).hasSize(32);
        assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
        assertThat(token).isNotEqualTo(key);
    }

    @Test
    void aLaterStartKeepsTheSecretsAndForgetsTheServersFiles() throws IOException {
        DataDirectory first = prepared(parent);
        Path left = Files.writeString(first.server().resolve("left"), "over");
        first.letGo();
        String token = Files.readString(parent.resolve("operator.token"));

        prepared(parent).letGo();

        assertThat(Files.readString(parent.resolve("operator.token"))).isEqualTo(token);
        assertThat(left).doesNotExist();
    }

    @Test
    void onlyOneAtATimeHasTheDirectory() throws IOException {
        DataDirectory holder = DataDirectory.take(parent);

        assertThatThrownBy(() -> DataDirectory.take(parent))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in use");

        holder.letGo();
        DataDirectory.take(parent).letGo();
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.take(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }

    private static DataDirectory prepared(Path path) {
        DataDirectory directory = DataDirectory.take(path);
        directory.prepare();
        return directory;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
