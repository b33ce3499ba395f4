package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When mail to clients goes out: in office hours where they live. */
final class SendWindow {

    private SendWindow() {}

    /** The first instant inside the window that is neither before that day nor before that instant. */
    static Instant from(BillingPolicy policy, ZoneId zone, LocalDate day, Instant earliest) {
        ZonedDateTime opening = day.atTime(policy.windowFrom()).atZone(zone);
        ZonedDateTime at = earliest.atZone(zone);
        ZonedDateTime then = at.isAfter(opening) ? at : opening;
        if (then.toLocalTime().isBefore(policy.windowFrom())) {
            return then.toLocalDate().atTime(policy.windowFrom()).atZone(zone).toInstant();
        }
        if (!then.toLocalTime().isBefore(policy.windowUntil())) {
            return then.toLocalDate()
                    .plusDays(1)
                    .atTime(policy.windowFrom())
                    .atZone(zone)
                    .toInstant();
        }
        return then.toInstant();
    }
}
