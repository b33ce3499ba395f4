package net.niner.status.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/**
 * The server's log, bounded: {@code status.log} is what is being written, {@code status.log.1} to {@code .4} what was before
 * it, 5 MB each. (A {@code FileHandler} numbers the file that is being written, too.) Made by the log manager from
 * {@code logging.properties}, hence the public constructor without arguments.
 */
public final class LogFile extends StreamHandler {
    static final String PATH_PROPERTY = "net.niner.status.launcher.log";

    private static final long LIMIT = 5_000_000;
    private static final int KEPT = 4;
    private static final String OWN = "net.niner.status";
    private static final int MOST_COMPLAINTS = 20;

    /** What the application itself found to be wrong while it started, one sentence each, for the console. */
    private static final Queue<String> COMPLAINTS = new ConcurrentLinkedQueue<>();

    private final Path path = Path.of(System.getProperty(PATH_PROPERTY));
    private long size;

    public LogFile() throws IOException {
        setLevel(Level.ALL);
        setFormatter(new SimpleFormatter());
        open();
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (size > LIMIT) {
            rotate();
        }
        if (entry.getLevel() == Level.SEVERE
                && String.valueOf(entry.getLoggerName()).startsWith(OWN)) {
            complain(getFormatter().formatMessage(entry));
        }
        super.publish(entry);
        flush();
    }

    private static void complain(String sentence) {
        if (COMPLAINTS.size() < MOST_COMPLAINTS) {
            COMPLAINTS.add(sentence);
        }
    }

    /** Those since the start, or since they were last asked for. */
    static List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (String next = COMPLAINTS.poll(); next != null; next = COMPLAINTS.poll()) {
            complaints.add(next);
        }
        return complaints;
    }

    private void rotate() {
        try {
            close();
            for (int number = KEPT; number > 1; number--) {
                move(numbered(number - 1), numbered(number));
            }
            move(path, numbered(1));
            open();
        } catch (IOException e) {
            reportError("The log cannot be rotated", e, java.util.logging.ErrorManager.OPEN_FAILURE);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path numbered(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }

    private void open() throws IOException {
        OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(path);
        setOutputStream(new Counting(file));
    }

    /** Counts what is written, so that no entry costs a look at the file system. */
    private final class Counting extends java.io.FilterOutputStream {
        Counting(OutputStream file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }
    }
}
