package net.niner.status.web.incident;

import java.time.Duration;
import java.time.Instant;
import net.niner.status.web.platform.Words;

/** How long something lasted, in words: seconds matter to nobody beyond the first minute. */
final class Spent {

    private Spent() {}

    static String text(Words words, Instant from, Instant until) {
        Duration spent = Duration.between(from, until);
        if (spent.toDays() > 0) {
            return words.of("incident.days", spent.toDays(), spent.toHoursPart());
        }
        if (spent.toHours() > 0) {
            return words.of("incident.hours", spent.toHours(), spent.toMinutesPart());
        }
        return spent.toMinutes() > 0
                ? words.of("incident.minutes", spent.toMinutes())
                : words.of("incident.seconds", Math.max(0, spent.toSeconds()));
    }
}
