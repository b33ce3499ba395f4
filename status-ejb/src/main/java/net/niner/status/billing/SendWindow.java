package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When mail to clients that is of a day goes out: in office hours where they live. */
final class SendWindow {

    private SendWindow() {}

    /** The first instant inside the window that is neither before that day nor before that instant. */
    static Instant from(BillingPolicy policy, ZoneId zone, LocalDate day, Instant earliest) {
        Instant opening = day.atTime(policy.windowFrom()).atZone(zone).toInstant();
        return policy.window().next(earliest.isAfter(opening) ? earliest : opening, zone);
    }
}
