package net.niner.status.billing;

import java.time.LocalDate;
import java.util.List;

/**
 * What happens to a service that expires, if everything happens in time.
 *
 * @param billOn when its invoice goes out
 * @param remindOn when its client is reminded of paying
 * @param dueOn by when to pay
 * @param noticesOn when its client is told that it expires, earliest first
 * @param suspendOn when it is suspended, if it was not paid
 */
public record BillingCalendar(
        LocalDate expiresOn,
        LocalDate billOn,
        LocalDate remindOn,
        LocalDate dueOn,
        List<LocalDate> noticesOn,
        LocalDate suspendOn) {

    public BillingCalendar {
        noticesOn = List.copyOf(noticesOn);
    }

    /** @param billDay of the run that covers the expiry */
    public static BillingCalendar of(BillingPolicy policy, LocalDate billDay, LocalDate expiry) {
        return new BillingCalendar(
                expiry,
                billDay,
                billDay.plusDays(policy.reminderDays()),
                billDay.plusDays(policy.dueDays()),
                policy.expiryNotices().stream().map(expiry::minusDays).sorted().toList(),
                expiry.plusDays(policy.suspensionDays()));
    }
}
