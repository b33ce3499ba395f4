package net.niner.status.history;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.probe.Outcome;

/** Puts the past of a check together from what is packed, what is summed up, and what is still whole. */
@Stateless
public class CheckPasts {

    private static final long DAY_SECONDS = 86_400;
    private static final long HALF_HOUR_SECONDS = 1_800;
    private static final Duration DAY = Duration.ofDays(1);

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Samples samples;

    private record Known(Instant first, Sample last) {}

    /** @param staleAfter how long a measurement says something */
    public CheckPast of(long check, Duration staleAfter, Instant from, Instant now) {
        int firstDay = (int) (from.getEpochSecond() / DAY_SECONDS);
        Map<Integer, Digest> days = new TreeMap<>();
        Rows.query(
                dataSource,
                "select * from day_series where check_id = ? and day_number >= ?",
                row -> days.put(row.getInt("day_number"), HistoryPacking.digest(row)),
                check,
                firstDay);
        int open = days.keySet().stream().max(Comparator.naturalOrder()).orElse(firstDay - 1) + 1;
        Instant openFrom = Instant.ofEpochSecond(open * DAY_SECONDS);
        Instant yesterday = now.minus(DAY);
        List<Sample> late = new ArrayList<>(samples.since(check, openFrom.isBefore(yesterday) ? openFrom : yesterday));
        late.sort(Comparator.comparing(Sample::at));
        late.stream()
                .filter(sample -> !sample.at().isBefore(openFrom))
                .collect(Collectors.groupingBy(sample -> (int) (sample.at().getEpochSecond() / DAY_SECONDS)))
                .forEach((day, those) -> days.put(day, Digest.of(those)));
        List<LatencyPoint> ofDays = new ArrayList<>();
        days.forEach((day, digest) -> ofDays.add(LatencyPoint.of(Instant.ofEpochSecond(day * DAY_SECONDS), digest)));
        List<LatencyPoint> halfHours = new ArrayList<>();
        late.stream()
                .filter(sample -> !sample.at().isBefore(yesterday))
                .collect(Collectors.groupingBy(
                        sample -> sample.at().getEpochSecond() / HALF_HOUR_SECONDS, TreeMap::new, Collectors.toList()))
                .forEach((part, those) -> halfHours.add(
                        LatencyPoint.of(Instant.ofEpochSecond(part * HALF_HOUR_SECONDS), Digest.of(those))));
        return past(check, staleAfter, from, now, late, halfHours, ofDays);
    }

    private CheckPast past(
            long check,
            Duration staleAfter,
            Instant from,
            Instant now,
            List<Sample> late,
            List<LatencyPoint> halfHours,
            List<LatencyPoint> days) {
        Known packed = Rows.query(
                        dataSource,
                        "select first_at, last_at, last_outcome from packed_history where check_id = ?",
                        row -> new Known(
                                Rows.instant(row, "first_at"),
                                new Sample(
                                        Rows.instant(row, "last_at"),
                                        Outcome.valueOf(row.getString("last_outcome")),
                                        null)),
                        check)
                .stream()
                .findFirst()
                .orElse(null);
        List<Sample> seen = new ArrayList<>();
        if (packed != null) {
            seen.add(packed.last());
        }
        // packed instants are cut to the second, so that the last packed one is not seen twice
        late.stream()
                .filter(sample -> packed == null
                        || sample.at()
                                .isAfter(packed.last()
                                        .at()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .plusSeconds(1)))
                .forEach(seen::add);
        Instant first = packed != null
                ? packed.first()
                : seen.isEmpty() ? null : seen.get(0).at();
        List<Interval> blind = new ArrayList<>(Rows.query(
                dataSource,
                "select began_at, ended_at from blind_span where check_id = ? and ended_at > ? order by began_at",
                row -> new Interval(Rows.instant(row, "began_at"), Rows.instant(row, "ended_at")),
                check,
                Rows.time(from)));
        blind.addAll(Blindness.of(seen, staleAfter, now));
        Instant known = first == null ? now : first;
        if (from.isBefore(known)) {
            blind.add(new Interval(from, known));
        }
        return new CheckPast(first, Interval.merged(blind), halfHours, days);
    }
}
