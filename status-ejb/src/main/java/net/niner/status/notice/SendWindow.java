package net.niner.status.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Office hours: clients, who did not ask for it, get mail from 09:00 to 17:00 where they live. Pure. */
final class SendWindow {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private SendWindow() {}

    /** That moment if it lies in the window, else when it opens next. */
    static Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (local.toLocalTime().isBefore(OPENS)) {
            return local.toLocalDate().atTime(OPENS).atZone(zone).toInstant();
        }
        return local.toLocalTime().isBefore(CLOSES)
                ? moment
                : local.toLocalDate().plusDays(1).atTime(OPENS).atZone(zone).toInstant();
    }
}
