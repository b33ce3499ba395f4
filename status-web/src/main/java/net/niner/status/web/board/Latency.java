package net.niner.status.web.board;

import java.time.Duration;
import net.niner.status.web.platform.Words;

/** How long an answer took, as a page prints it: whole milliseconds below a second, else seconds with one decimal. */
record Latency(Duration took) {

    private static final long SECOND = 1000;

    String text(Words words) {
        long millis = took.toMillis();
        if (millis == 0) {
            return words.of("latency.tiny");
        }
        return millis < SECOND ? words.of("latency.ms", millis) : words.of("latency.s", millis / (double) SECOND);
    }
}
