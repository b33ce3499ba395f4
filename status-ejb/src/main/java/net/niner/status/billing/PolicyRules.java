package net.niner.status.billing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.niner.status.billing.InvalidPolicy.Fault;
import net.niner.status.billing.InvalidPolicy.Problem;

/** Which policies can hold. */
final class PolicyRules {

    private static final int MOST_NOTICES = 10;
    private static final int YEAR = 365;

    private PolicyRules() {}

    /** @param today in the company's zone */
    static List<Problem> problems(BillingPolicy policy, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (policy.validFrom() == null) {
            problems.add(new Problem("validFrom", Fault.MISSING));
        } else if (policy.validFrom().isBefore(today)) {
            problems.add(new Problem("validFrom", Fault.PAST));
        }
        range(problems, "billDay", policy.billDay(), 1, 31);
        range(problems, "splitDay", policy.splitDay(), 1, 31);
        range(problems, "reminderDays", policy.reminderDays(), 1, YEAR);
        range(problems, "dueDays", policy.dueDays(), 1, YEAR);
        range(problems, "suspensionDays", policy.suspensionDays(), 0, YEAR);
        range(problems, "graceDays", policy.graceDays(), 0, 28);
        range(problems, "delayedAfterDays", policy.delayedAfterDays(), 1, YEAR);
        range(problems, "delayedBeforeExpiryDays", policy.delayedBeforeExpiryDays(), 0, YEAR);
        List<Integer> notices = policy.expiryNotices();
        if (notices.isEmpty()
                || notices.size() > MOST_NOTICES
                || new HashSet<>(notices).size() < notices.size()
                || notices.stream().anyMatch(days -> days < 1 || days > YEAR)) {
            problems.add(new Problem("expiryNotices", Fault.NOTICES));
        }
        if (policy.windowFrom() == null || policy.windowUntil() == null) {
            problems.add(new Problem("windowFrom", Fault.MISSING));
        } else if (!policy.windowFrom().isBefore(policy.windowUntil())) {
            problems.add(new Problem("windowUntil", Fault.WINDOW));
        }
        if (policy.zone() == null) {
            problems.add(new Problem("zone", Fault.MISSING));
        }
        return problems;
    }

    private static void range(List<Problem> problems, String field, int value, int least, int most) {
        if (value < least || value > most) {
            problems.add(new Problem(field, Fault.RANGE));
        }
    }
}
