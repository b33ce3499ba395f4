package net.niner.status.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final int MEGABYTE = 1_000_000;

    @TempDir
    private Path directory;

    @BeforeEach
    void nameTheFile() {
        System.setProperty(
                LogFile.PATH_PROPERTY, directory.resolve("status.log").toString());
    }

    @AfterEach
    void forgetTheFile() {
        System.clearProperty(LogFile.PATH_PROPERTY);
    }

    @Test
    void theLogGrowsOverStarts() throws IOException {
        write("first", 1);
        write("second", 1);

        assertThat(directory.resolve("status.log")).content().contains("first", "second");
    }

    @Test
    void theLogIsBounded() throws IOException {
        write("x".repeat(MEGABYTE), 40);

        try (Stream<Path> files = Files.list(directory)) {
            List<Path> logs = files.sorted().toList();
            assertThat(logs)
                    .extracting(log -> log.getFileName().toString())
                    .containsExactly("status.log", "status.log.1", "status.log.2", "status.log.3", "status.log.4");
            assertThat(logs).allMatch(log -> log.toFile().length() <= 7 * MEGABYTE);
        }
    }

    private static void write(String message, int times) throws IOException {
        LogFile log = new LogFile();
        for (int i = 0; i < times; i++) {
            log.publish(new LogRecord(Level.INFO, message));
        }
        log.close();
    }
}
