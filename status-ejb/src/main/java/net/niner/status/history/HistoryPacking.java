package net.niner.status.history;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckRules;
import net.niner.status.probe.Outcome;

/**
 * Packs samples into hours, and sums hours up into days; {@link HistoryForgetting} lets the oldest go. Each call is one short transaction that takes away what it put elsewhere: one that is
 * interrupted did nothing, and the next one goes on from what is there.
 */
@Stateless
public class HistoryPacking {

    private static final int CHECKS_AT_ONCE = 200;
    private static final int HOURS_OF_A_DAY = 24;

    private static final String CHECKS = """
            select id, interval_seconds, timeout_millis from probe_check where id > ? order by id fetch first %d rows only
            """.formatted(CHECKS_AT_ONCE);

    private static final String SAMPLES = """
            select measured_at, outcome, latency_micros from sample where check_id = ? and measured_at >= ? and measured_at < ?
            order by measured_at fetch first ? rows only
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private record Line(long id, Duration staleAfter) {}

    /**
     * Packs whole hours that ended by then, of as many checks as make up that many samples.
     *
     * @param after the check to begin behind, 0 for the first
     */
    public Packed pack(long after, Instant before, int most) {
        Instant end = before.truncatedTo(ChronoUnit.HOURS);
        long last = after;
        int samples = 0;
        int rows = 0;
        List<Line> checks = checks(after);
        for (Line check : checks) {
            if (samples >= most) {
                return new Packed(last, samples, rows);
            }
            List<Sample> some = wholeHours(check.id(), end, most);
            if (!some.isEmpty()) {
                samples += some.size();
                rows += pack(check, some);
            }
            boolean more = !some.isEmpty()
                    && !samples(check.id(), Instant.EPOCH, end, 1).isEmpty();
            if (more) {
                return new Packed(last, samples, rows);
            }
            last = check.id();
        }
        return checks.size() < CHECKS_AT_ONCE ? Packed.done(samples, rows) : new Packed(last, samples, rows);
    }

    /** Sums up the days that ended by then, a row each; hours of days that are not summed up yet are never {@link #forget forgotten}. */
    public Packed sumUp(long after, Instant before, int most) {
        int days = (int) Math.floorDiv((long) HourSeries.hourOf(before), (long) HOURS_OF_A_DAY);
        long last = after;
        int hours = 0;
        int rows = 0;
        List<Line> checks = checks(after);
        for (Line check : checks) {
            if (hours >= most) {
                return new Packed(last, hours, rows);
            }
            List<Integer> open =
                    Rows.query(dataSource, """
                    select hour_number from hour_series where check_id = ? and hour_number < ?
                        and hour_number >= coalesce((select max(day_number) + 1 from day_series where check_id = ?), 0) * 24
                    order by hour_number
                    """, row -> row.getInt(1), check.id(), days * HOURS_OF_A_DAY, check.id());
            List<Integer> openDays =
                    open.stream().map(hour -> hour / HOURS_OF_A_DAY).distinct().toList();
            for (int day : openDays) {
                hours += sumUp(check.id(), day);
                rows++;
            }
            last = check.id();
        }
        return checks.size() < CHECKS_AT_ONCE ? Packed.done(hours, rows) : new Packed(last, hours, rows);
    }

    /** Returns of how many hours. */
    private int sumUp(long check, int day) {
        List<HourSeries> ofDay = hours(dataSource, check, day * HOURS_OF_A_DAY, (day + 1) * HOURS_OF_A_DAY);
        write(
                check,
                day,
                Digest.of(
                        ofDay.stream().flatMap(hour -> hour.samples().stream()).toList()));
        return ofDay.size();
    }

    private List<Line> checks(long after) {
        return Rows.query(
                dataSource,
                CHECKS,
                row -> new Line(
                        row.getLong("id"),
                        CheckRules.staleAfter(
                                Duration.ofSeconds(row.getInt("interval_seconds")),
                                Duration.ofMillis(row.getInt("timeout_millis")))),
                after);
    }

    /** The oldest samples, up to the end of an hour. */
    private List<Sample> wholeHours(long check, Instant end, int most) {
        List<Sample> some = samples(check, Instant.EPOCH, end, most);
        if (some.size() < most) {
            return some;
        }
        int lastHour = HourSeries.hourOf(some.get(some.size() - 1).at());
        List<Sample> whole = some.stream()
                .filter(sample -> HourSeries.hourOf(sample.at()) < lastHour)
                .toList();
        return whole.isEmpty()
                ? samples(check, HourSeries.beginning(lastHour), HourSeries.beginning(lastHour + 1), Integer.MAX_VALUE)
                : whole;
    }

    private List<Sample> samples(long check, Instant from, Instant until, int most) {
        return Rows.query(dataSource, SAMPLES, Samples::sample, check, Rows.time(from), Rows.time(until), most);
    }

    private int pack(Line check, List<Sample> samples) {
        Map<Integer, List<Sample>> byHour = samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> HourSeries.hourOf(sample.at()), TreeMap::new, Collectors.toList()));
        int first = HourSeries.hourOf(samples.get(0).at());
        int last = HourSeries.hourOf(samples.get(samples.size() - 1).at());
        List<Integer> daysAgain = takeBackDays(check.id(), byHour.keySet());
        takeBack(check.id(), first, last, byHour);
        see(check, samples);
        List<HourSeries> hours = new ArrayList<>();
        byHour.forEach((hour, those) -> hours.add(HourSeries.of(hour, those)));
        Rows.batch(dataSource, """
                insert into hour_series (check_id, hour_number, up_count, slow_count, down_count, unknown_count,
                    min_micros, p50_micros, p95_micros, p99_micros, max_micros, row_bytes, packed)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, hours, (statement, hour) -> {
            Digest digest = hour.digest();
            Rows.bind(
                    statement,
                    check.id(),
                    hour.hour(),
                    digest.up(),
                    digest.slow(),
                    digest.down(),
                    digest.unknown(),
                    Rows.number(digest.min()),
                    Rows.number(digest.p50()),
                    Rows.number(digest.p95()),
                    Rows.number(digest.p99()),
                    Rows.number(digest.max()),
                    hour.bytes(),
                    hour.packed());
        });
        daysAgain.forEach(day -> sumUp(check.id(), day));
        int gone = Rows.update(
                dataSource,
                "delete from sample where check_id = ? and measured_at >= ? and measured_at < ?",
                check.id(),
                Rows.time(HourSeries.beginning(first)),
                Rows.time(HourSeries.beginning(last + 1)));
        if (gone != samples.size()) {
            throw new IllegalStateException("samples of check " + check.id() + " came while they were packed");
        }
        return hours.size();
    }

    /** What was packed of these hours before, since samples came late: it is packed again together with them. */
    private void takeBack(long check, int first, int last, Map<Integer, List<Sample>> byHour) {
        List<HourSeries> before = hours(dataSource, check, first, last + 1);
        for (HourSeries hour : before) {
            if (byHour.containsKey(hour.hour())) {
                List<Sample> all = new ArrayList<>(hour.samples());
                all.addAll(byHour.get(hour.hour()));
                byHour.put(hour.hour(), all);
                Rows.update(
                        dataSource,
                        "delete from hour_series where check_id = ? and hour_number = ?",
                        check,
                        hour.hour());
            }
        }
    }

    /**
     * Days up to the last one that is summed up, of which samples came late: their sums are taken back, to be made again. Not where hours of a day were
     * forgotten: what they held is in its sum alone, which then stays as it is.
     */
    private List<Integer> takeBackDays(long check, Collection<Integer> hours) {
        Integer last = Rows.query(
                        dataSource,
                        "select max(day_number) as latest from day_series where check_id = ?",
                        row -> row.getObject("latest", Integer.class),
                        check)
                .get(0);
        List<Integer> days = hours.stream()
                .map(hour -> hour / HOURS_OF_A_DAY)
                .distinct()
                .filter(day -> last != null && day <= last)
                .filter(day -> isComplete(check, day))
                .toList();
        Rows.batch(
                dataSource,
                "delete from day_series where check_id = ? and day_number = ?",
                days,
                (statement, day) -> Rows.bind(statement, check, day));
        return days;
    }

    private boolean isComplete(long check, int day) {
        long summed = count("day_series where check_id = ? and day_number = ?", check, day);
        long kept = count(
                "hour_series where check_id = ? and hour_number >= ? and hour_number < ?",
                check,
                day * HOURS_OF_A_DAY,
                (day + 1) * HOURS_OF_A_DAY);
        return kept == summed;
    }

    private long count(String rows, Object... values) {
        return Rows.query(
                        dataSource,
                        "select coalesce(sum(up_count + slow_count + down_count + unknown_count), 0) as total from "
                                + rows,
                        row -> row.getLong("total"),
                        values)
                .get(0);
    }

    /** Writes down when the check knew nothing, up to the last of these samples. */
    private void see(Line check, List<Sample> samples) {
        List<Sample> before = Rows.query(
                dataSource,
                "select last_at, last_outcome from packed_history where check_id = ?",
                row -> new Sample(Rows.instant(row, "last_at"), Outcome.valueOf(row.getString("last_outcome")), null),
                check.id());
        List<Sample> seen = new ArrayList<>(before);
        samples.stream()
                .filter(sample ->
                        before.isEmpty() || sample.at().isAfter(before.get(0).at()))
                .forEach(seen::add);
        Sample last = seen.get(seen.size() - 1);
        List<Interval> blind = Blindness.of(seen, check.staleAfter(), last.at());
        boolean goesOn = !blind.isEmpty() && lengthen(check.id(), blind.get(0));
        Rows.batch(
                dataSource,
                "insert into blind_span (check_id, began_at, ended_at) values (?, ?, ?)",
                goesOn ? blind.subList(1, blind.size()) : blind,
                (statement, span) -> Rows.bind(statement, check.id(), Rows.time(span.from()), Rows.time(span.until())));
        int known = Rows.update(
                dataSource,
                "update packed_history set last_at = ?, last_outcome = ? where check_id = ?",
                Rows.time(last.at()),
                last.outcome().name(),
                check.id());
        if (known == 0) {
            Rows.update(
                    dataSource,
                    "insert into packed_history (check_id, first_at, last_at, last_outcome) values (?, ?, ?, ?)",
                    check.id(),
                    Rows.time(samples.get(0).at()),
                    Rows.time(last.at()),
                    last.outcome().name());
        }
    }

    /** Lets the span that ends where this one begins go on; false if there is none. */
    private boolean lengthen(long check, Interval blind) {
        return Rows.update(
                        dataSource,
                        "update blind_span set ended_at = ? where check_id = ? and ended_at = ?",
                        Rows.time(blind.until()),
                        check,
                        Rows.time(blind.from()))
                > 0;
    }

    private void write(long check, int day, Digest digest) {
        Rows.update(
                dataSource,
                """
                insert into day_series (check_id, day_number, up_count, slow_count, down_count, unknown_count,
                    min_micros, p50_micros, p95_micros, p99_micros, max_micros)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                check,
                day,
                digest.up(),
                digest.slow(),
                digest.down(),
                digest.unknown(),
                Rows.number(digest.min()),
                Rows.number(digest.p50()),
                Rows.number(digest.p95()),
                Rows.number(digest.p99()),
                Rows.number(digest.max()));
    }

    /** In order. */
    static List<HourSeries> hours(DataSource source, long check, int from, int until) {
        return Rows.query(
                source,
                "select * from hour_series where check_id = ? and hour_number >= ? and hour_number < ? order by hour_number",
                HistoryPacking::hour,
                check,
                from,
                until);
    }

    static HourSeries hour(ResultSet row) throws SQLException {
        return new HourSeries(row.getInt("hour_number"), digest(row), row.getBytes("packed"));
    }

    static Digest digest(ResultSet row) throws SQLException {
        return new Digest(
                row.getInt("up_count"),
                row.getInt("slow_count"),
                row.getInt("down_count"),
                row.getInt("unknown_count"),
                row.getObject("min_micros", Integer.class),
                row.getObject("p50_micros", Integer.class),
                row.getObject("p95_micros", Integer.class),
                row.getObject("p99_micros", Integer.class),
                row.getObject("max_micros", Integer.class));
    }
}
