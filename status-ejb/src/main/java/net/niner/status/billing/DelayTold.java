package net.niner.status.billing;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.billing.RunClient.Standing;
import net.niner.status.platform.Rows;

/** Whom the next watch tells that their invoice comes late, by the rule of the plan of notices, without planning anything. */
final class DelayTold {

    private DelayTold() {}

    private record Waiting(long id, LocalDate from, boolean reachable) {}

    /** @param shown how many clients to name */
    static ToldOf of(DataSource source, RunLine run, BillingPolicy policy, LocalDate today, int shown) {
        List<Waiting> waiting = Rows.query(
                source,
                RunRows.WAITING,
                row -> {
                    LocalDate expiry = RunRows.day(row, "hurts_on");
                    return new Waiting(
                            row.getLong("client_id"), toldFrom(run, policy, expiry), row.getString("email") != null);
                },
                run.id());
        List<Waiting> now =
                waiting.stream().filter(client -> !client.from().isAfter(today)).toList();
        return new ToldOf(
                RunRows.clients(source, run.id(), Standing.MISSING, null, 0, shown)
                        .rows(),
                now.size(),
                waiting.size() - now.size(),
                (int) now.stream().filter(client -> !client.reachable()).count(),
                waiting.stream()
                        .map(Waiting::from)
                        .filter(day -> day.isAfter(today))
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    /** Late by enough days, or late at all while a service of theirs expires soon. */
    private static LocalDate toldFrom(RunLine run, BillingPolicy policy, LocalDate expiry) {
        LocalDate late = run.billDay().plusDays(policy.graceDays() + 1L);
        LocalDate lateEnough = run.billDay().plusDays(policy.delayedAfterDays());
        LocalDate soon = expiry.minusDays(policy.delayedBeforeExpiryDays());
        LocalDate first = soon.isBefore(lateEnough) ? soon : lateEnough;
        return first.isBefore(late) ? late : first;
    }
}
