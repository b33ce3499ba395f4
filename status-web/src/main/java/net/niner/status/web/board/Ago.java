package net.niner.status.web.board;

import java.time.Duration;
import java.time.Instant;
import net.niner.status.web.platform.Words;

/** How long ago something was, as a page says it: whole minutes below two hours, hours below two days, else days. */
record Ago(Instant at, Instant now) {

    private static final long LONG_HOURS = 2;
    private static final long LONG_DAYS = 2;

    String text(Words words) {
        Duration ago = Duration.between(at, now);
        if (ago.toHours() < LONG_HOURS) {
            return words.of("ago.minutes", Math.max(0, ago.toMinutes()));
        }
        return ago.toDays() < LONG_DAYS ? words.of("ago.hours", ago.toHours()) : words.of("ago.days", ago.toDays());
    }
}
