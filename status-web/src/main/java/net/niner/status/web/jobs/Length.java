package net.niner.status.web.jobs;

import java.time.Duration;
import net.niner.status.web.platform.Words;

/** How long something took, as a page prints it: in the two largest units that say something. */
record Length(Duration took) {

    private static final long SECOND = 1_000;

    String text(Words words) {
        if (took.toMillis() < SECOND) {
            return words.of("jobs.length.ms", took.toMillis());
        }
        if (took.toMinutes() < 1) {
            return words.of("jobs.length.s", took.toMillis() / (double) SECOND);
        }
        return took.toHours() < 1
                ? words.of("jobs.length.min", took.toMinutes(), took.toSecondsPart())
                : words.of("jobs.length.h", took.toHours(), took.toMinutesPart());
    }
}
