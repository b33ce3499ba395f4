package net.niner.status.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When invoices go out, by all policies that ever held: one run a month, by the one in force on its bill day. What the runs cover follows one
 * another without gap and overlap, also where a policy follows another.
 */
public final class BillingSchedule {

    /** An invoice may go out so many days before its run. */
    private static final int EARLY_DAYS = 7;

    private final List<BillingPolicy> latestFirst;

    /** @param policies at least one; before the first begins it holds all the same */
    public BillingSchedule(List<BillingPolicy> policies) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("no policy");
        }
        latestFirst = policies.stream()
                .sorted(Comparator.comparing(BillingPolicy::validFrom).reversed())
                .toList();
    }

    /** The one in force on that bill day. */
    public BillingPolicy policy(LocalDate billDay) {
        return latestFirst.stream()
                .filter(policy -> !billDay.isBefore(policy.validFrom()))
                .findFirst()
                .orElse(latestFirst.get(latestFirst.size() - 1));
    }

    /** The one by which the run of that month goes. */
    public BillingPolicy policy(YearMonth month) {
        return latestFirst.stream()
                .filter(policy -> !Coverage.day(month, policy.billDay()).isBefore(policy.validFrom()))
                .findFirst()
                .orElse(latestFirst.get(latestFirst.size() - 1));
    }

    public LocalDate billDay(YearMonth month) {
        return Coverage.day(month, policy(month).billDay());
    }

    /** What the run of that month covers: from where the one before it ends. */
    public Coverage coverage(YearMonth month) {
        YearMonth before = month.minusMonths(1);
        return new Coverage(Coverage.end(policy(before), before).plusDays(1), Coverage.end(policy(month), month));
    }

    /** The month in which a service is billed that expires on that day. */
    public YearMonth billedIn(LocalDate expiry) {
        YearMonth month = YearMonth.from(expiry);
        return Stream.of(month.minusMonths(2), month.minusMonths(1))
                .filter(run -> coverage(run).contains(expiry))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no run covers " + expiry));
    }

    /** The bill day of the run whose invoices bear that date, or went out on that day; some go out a few days early. */
    public LocalDate runOf(LocalDate date) {
        LocalDate latest = date.plusDays(EARLY_DAYS);
        YearMonth month = YearMonth.from(latest);
        LocalDate billDay = billDay(month);
        return billDay.isAfter(latest) ? billDay(month.minusMonths(1)) : billDay;
    }

    /** The first bill day after that day. */
    public LocalDate next(LocalDate day) {
        return Stream.iterate(YearMonth.from(day), month -> month.plusMonths(1))
                .map(this::billDay)
                .filter(billDay -> billDay.isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    /** What happens to a service that expires on that day, and when. */
    public BillingCalendar calendar(LocalDate expiry) {
        YearMonth month = billedIn(expiry);
        return BillingCalendar.of(policy(month), billDay(month), expiry);
    }
}
