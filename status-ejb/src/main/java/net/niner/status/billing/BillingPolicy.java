package net.niner.status.billing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.niner.status.notice.SendHours;

/**
 * The company's rules of billing, from a day on.
 *
 * @param validFrom the first bill day that they hold for
 * @param billDay day of the month on which invoices go out, 1 to 31; in a shorter month its last
 * @param splitDay the last day of the month that a run covers, 1 to 31; see {@link Coverage}
 * @param reminderDays from issue to the reminder of payment
 * @param dueDays from issue to the day by which to pay
 * @param expiryNotices days before the expiry of a service on which its client is told, most first
 * @param suspensionDays from expiry to suspension
 * @param graceDays after the bill day, before a run is late
 * @param delayedAfterDays late, before clients are told
 * @param delayedBeforeExpiryDays before a covered service expires, at which clients of a late run are told in any case
 * @param windowFrom of a client's day, in the client's zone, from when on mail to clients goes out
 * @param windowUntil of a client's day, until when
 * @param zone the company's, in which its days begin
 */
public record BillingPolicy(
        LocalDate validFrom,
        int billDay,
        int splitDay,
        int reminderDays,
        int dueDays,
        List<Integer> expiryNotices,
        int suspensionDays,
        int graceDays,
        int delayedAfterDays,
        int delayedBeforeExpiryDays,
        LocalTime windowFrom,
        LocalTime windowUntil,
        ZoneId zone) {

    public BillingPolicy {
        expiryNotices = List.copyOf(expiryNotices);
    }

    /** What holds until somebody says otherwise. */
    public static BillingPolicy standard(ZoneId zone) {
        return new BillingPolicy(
                LocalDate.of(2000, 1, 1),
                15,
                15,
                21,
                30,
                List.of(30, 7),
                7,
                2,
                7,
                30,
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                zone);
    }

    /** In which mail to clients goes out. */
    SendHours window() {
        return new SendHours(windowFrom, windowUntil);
    }
}
