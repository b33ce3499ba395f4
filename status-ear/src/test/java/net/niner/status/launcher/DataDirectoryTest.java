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
    void theKeyIsThirtyTwoRandomBytesAndALineEnd() throws IOException {
        prepared(parent).letGo();

        String key = Files.readString(parent.resolve("secret.key"));
        assertThat(key).endsWith("\n");
        assertThat(Base64.getDecoder().decode(key.strip())).hasSize(32);
    }

    @Test
    void aLaterStartKeepsTheKeyAndForgetsTheServersFiles() throws IOException {
        DataDirectory first = prepared(parent);
        Path left = Files.writeString(first.server().resolve("left"), "over");
        first.letGo();
        String key = Files.readString(parent.resolve("secret.key"));

        prepared(parent).letGo();

        assertThat(Files.readString(parent.resolve("secret.key"))).isEqualTo(key);
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

    @Test
    void theLinkOfTheFirstOwnerIsThereUntilItIsUsed() throws IOException {
        DataDirectory directory = prepared(parent);
        Path file = Files.writeString(parent.resolve("owner-setup.link"), "/admin/welcome?link=abc\n");
        assertThat(directory.ownerSetup()).contains("/admin/welcome?link=abc");
        assertThat(directory.ownerReset()).isEmpty();
        Files.delete(file);
        assertThat(directory.ownerSetup()).isEmpty();
        directory.letGo();
    }

    @Test
    void theLinkOfWhoLostEveryWayInIsNotTakenForTheFirstOwners() throws IOException {
        DataDirectory directory = prepared(parent);
        Files.writeString(parent.resolve("owner-reset.link"), "/admin/welcome?link=abc\n");
        assertThat(directory.ownerReset()).contains("/admin/welcome?link=abc");
        assertThat(directory.ownerSetup()).isEmpty();
        directory.letGo();
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
