package net.niner.status.billing;

import java.time.LocalDate;
import java.time.YearMonth;

/** The days of expiry that an invoice run covers, both included: a service that expires on one of them is billed in that run. */
public record Coverage(LocalDate from, LocalDate to) {

    public Coverage {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a run covers nothing from " + from + " to " + to);
        }
    }

    /** The last day of expiry that the run of a month covers. */
    static LocalDate end(BillingPolicy policy, YearMonth month) {
        return day(month.plusMonths(2), policy.splitDay());
    }

    /** That day of the month; in a shorter one its last. */
    static LocalDate day(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** @param expiry null for none */
    public boolean contains(LocalDate expiry) {
        return expiry != null && !expiry.isBefore(from) && !expiry.isAfter(to);
    }

    /** Both, and what lies between. */
    public Coverage with(Coverage other) {
        return new Coverage(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
}
