package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import net.niner.status.shipped.Jar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps the site from starting is one sentence and exit code 1, and leaves nothing half done. */
class RefusalsIT {
    @TempDir
    private Path parent;

    @Test
    void aTakenPort() throws IOException {
        Path data = parent.resolve("data");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            refused(Jar.run("--port", port, "--data", data.toString()), "Port " + port + " on 127.0.0.1 is taken");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void aDataDirectoryThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        refused(start(file.resolve("data")), "The data directory " + file.resolve("data") + " cannot be written");
    }

    @Test
    void aSecondStartOnTheSameData() throws IOException {
        try (FileChannel first =
                FileChannel.open(parent.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            first.lock();

            refused(start(parent), "The data directory " + parent + " is in use");
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHas() throws SQLException {
        try (Connection other = embedded("status", "status")) {
            assertThat(other.isValid(1)).isTrue();

            refused(start(parent), "is in use by another process");
        }
    }

    @Test
    void aDatabaseThatDoesNotKnowThePassword() throws SQLException {
        embedded("status", "another").close();

        refused(start(parent), "does not accept the user status with this password");
    }

    @Test
    void aDatabaseThatCannotBeReached() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + Site.freePort() + "/status?password=hidden";

        Outcome outcome = start(parent, "--database-url", url);

        refused(outcome, "cannot be reached");
        assertThat(outcome.err()).doesNotContain("hidden");
    }

    @Test
    void aDatabaseOfAnUnknownKind() throws IOException {
        refused(start(parent, "--database-url", "jdbc:mysql://127.0.0.1/status"), "neither H2 nor PostgreSQL");
    }

    @Test
    void aServersFileThatCannotBeRead() throws IOException {
        Path file = parent.resolve("none.yaml");

        refused(start(parent, "--servers-file", file.toString()), "The servers file " + file + " cannot be read");
    }

    @Test
    void anAddressOfAnotherMachine() throws IOException {
        refused(start(parent, "--address", "192.0.2.1"), "192.0.2.1 is none of this machine's");
    }

    @Test
    void optionsThatMakeNoSense() {
        refused(Jar.run("--port", "http", "--data", parent.toString()), "must be a number from 1 to 65535");
        refused(Jar.run("--porx", "8080"), "Unknown option");
        refused(Jar.run("--data"), "--data");
    }

    private Outcome start(Path data, String... options) {
        try {
            String[] arguments = Stream.concat(
                            Stream.of("--port", String.valueOf(Site.freePort()), "--data", data.toString()),
                            Stream.of(options))
                    .toArray(String[]::new);
            return Jar.run(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection embedded(String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + parent.resolve("status"), user, password);
    }

    private static void refused(Outcome outcome, String sentence) {
        assertThat(outcome.err()).contains(sentence).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
    }
}
