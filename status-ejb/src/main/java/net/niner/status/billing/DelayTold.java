package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import net.niner.status.billing.RunClient.Standing;
import net.niner.status.platform.Rows;

/** Whom the next watch tells that their invoice comes late, by the rule of {@link NoticePlan}, without planning anything. */
final class DelayTold {

    private DelayTold() {}

    private record Waiting(LocalDate from, boolean reachable, Instant told) {}

    /** @param shown how many clients to name */
    static ToldOf of(DataSource source, RunLine run, BillingPolicy policy, LocalDate today, Instant now, int shown) {
        List<Waiting> waiting = Rows.query(
                source,
                RunRows.WAITING,
                row -> new Waiting(
                        toldFrom(run.billDay(), policy, RunRows.day(row, "hurts_on")),
                        row.getString("address") != null,
                        Rows.instant(row, "told_at")),
                run.id());
        List<Waiting> told =
                waiting.stream().filter(client -> !client.from().isAfter(today)).toList();
        Instant recent = now.minus(NoticePlan.APART);
        return new ToldOf(
                RunRows.clients(source, run.id(), Standing.MISSING, null, 0, shown)
                        .rows(),
                told.size(),
                count(told, client -> client.told() != null && client.told().isAfter(recent)),
                count(told, client -> !client.reachable()),
                waiting.size() - told.size(),
                waiting.stream()
                        .map(Waiting::from)
                        .filter(day -> day.isAfter(today))
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    private static int count(List<Waiting> clients, Predicate<Waiting> which) {
        return (int) clients.stream().filter(which).count();
    }

    /** Late by enough days, or late at all while a service of theirs expires soon. */
    static LocalDate toldFrom(LocalDate billDay, BillingPolicy policy, LocalDate expiry) {
        LocalDate late = billDay.plusDays(policy.graceDays() + 1L);
        LocalDate lateEnough = billDay.plusDays(policy.delayedAfterDays());
        LocalDate soon = expiry.minusDays(policy.delayedBeforeExpiryDays());
        LocalDate first = soon.isBefore(lateEnough) ? soon : lateEnough;
        return first.isBefore(late) ? late : first;
    }
}
