package net.niner.status.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;

/**
 * One day (UTC) of a server, both kinds of truth side by side.
 *
 * @param observed the worst that the checks saw: down, up, or unknown where they knew nothing all day
 * @param down how long
 * @param unknown how long nothing was known
 * @param declared the worst that was declared
 * @param declaredFor how long each of what was declared held, {@code OPERATIONAL} left out
 * @param disagrees whether the checks saw it down and nobody declared anything, or something was declared that the checks did not see
 */
public record DayBar(
        LocalDate day,
        Outcome observed,
        Duration down,
        Duration unknown,
        DeclaredStatus declared,
        Map<DeclaredStatus, Duration> declaredFor,
        boolean disagrees) {

    /** Worst first. */
    private static final List<DeclaredStatus> WORST = List.of(
            DeclaredStatus.MAJOR_OUTAGE,
            DeclaredStatus.PARTIAL_OUTAGE,
            DeclaredStatus.DEGRADED,
            DeclaredStatus.MAINTENANCE);

    public DayBar {
        declaredFor = Map.copyOf(declaredFor);
    }

    /** The days up to now's, oldest first. Pure. */
    public static List<DayBar> of(ServerPast past, int days, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<DayBar> bars = new ArrayList<>();
        for (LocalDate day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            Instant from = start(day);
            Instant until = start(day.plusDays(1));
            bars.add(of(day, new Interval(from, until.isAfter(now) ? now : until), past));
        }
        return bars;
    }

    private static DayBar of(LocalDate day, Interval time, ServerPast past) {
        List<Interval> all = List.of(time);
        List<Interval> unknown = Interval.common(all, past.unknown());
        List<Interval> known = Interval.without(all, unknown);
        List<Interval> down = Interval.common(known, past.down());
        Map<DeclaredStatus, Duration> declaredFor = new EnumMap<>(DeclaredStatus.class);
        for (DeclaredStatus status : WORST) {
            Duration length = Interval.total(
                    Interval.common(all, status == DeclaredStatus.MAINTENANCE ? past.maintenance() : past.of(status)));
            if (!length.isZero()) {
                declaredFor.put(status, length);
            }
        }
        DeclaredStatus declared =
                WORST.stream().filter(declaredFor::containsKey).findFirst().orElse(DeclaredStatus.OPERATIONAL);
        boolean impaired = declared != DeclaredStatus.OPERATIONAL && declared != DeclaredStatus.MAINTENANCE;
        boolean unexplained = !Interval.without(down, past.maintenance()).isEmpty();
        return new DayBar(
                day,
                !down.isEmpty() ? Outcome.DOWN : known.isEmpty() ? Outcome.UNKNOWN : Outcome.UP,
                Interval.total(down),
                Interval.total(unknown),
                declared,
                declaredFor,
                unexplained && !impaired || impaired && down.isEmpty() && !known.isEmpty());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
