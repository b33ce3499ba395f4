package net.niner.status.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Office hours: clients, who did not ask for it, get mail within them where they live. Pure.
 *
 * @param opens earlier than it closes
 */
public record SendHours(LocalTime opens, LocalTime closes) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    /** Where nobody says otherwise. */
    static final SendHours USUAL = new SendHours(MORNING, EVENING);

    /** That moment if it lies in the window, else when it opens next. */
    public Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (local.toLocalTime().isBefore(opens)) {
            return local.toLocalDate().atTime(opens).atZone(zone).toInstant();
        }
        return local.toLocalTime().isBefore(closes)
                ? moment
                : local.toLocalDate().plusDays(1).atTime(opens).atZone(zone).toInstant();
    }
}
