package net.niner.status.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** Sends to the log, line by line, what the server and its libraries print. */
final class LoggedStream extends OutputStream {
    private static final Logger LOG = Logger.getLogger("stdout");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LoggedStream() {}

    /** From here on only {@link Console} reaches the terminal. */
    static void replaceStandardStreams() {
        PrintStream logged = new PrintStream(new LoggedStream(), true, StandardCharsets.UTF_8);
        System.setOut(logged);
        System.setErr(logged);
    }

    @Override
    public synchronized void write(int character) {
        if (character != '\n') {
            line.write(character);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (!text.isEmpty()) {
            LOG.info(text);
        }
    }
}
