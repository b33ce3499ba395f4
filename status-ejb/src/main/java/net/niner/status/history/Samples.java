package net.niner.status.history;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;
import net.niner.status.probe.Measurement;
import net.niner.status.probe.Outcome;

/** Every single measurement; those that {@link HistoryPacking} has packed are unpacked for whoever asks. */
@Stateless
public class Samples {

    private static final String WRITE = """
            insert into sample (check_id, measured_at, outcome, latency_micros)
            select id, cast(? as timestamp with time zone), cast(? as varchar(8)), cast(? as bigint) from probe_check where id = ?
            """;

    private static final String OF = "select measured_at, outcome, latency_micros from sample where check_id = ?";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Writes those whose check is still there: one may be removed while its probe is under way. */
    public void write(List<Measurement> measurements) {
        Rows.batch(
                dataSource,
                WRITE,
                measurements,
                (statement, m) -> Rows.bind(
                        statement, Rows.time(m.at()), m.outcome().name(), Rows.micros(m.latency()), m.checkId()));
    }

    /** The latest ones of a check, latest first; those that are packed too, should there be no others. */
    @Allowed(Permission.READ)
    public List<Sample> latest(long checkId, int most) {
        List<Sample> latest = new ArrayList<>(Rows.query(
                dataSource, OF + " order by measured_at desc fetch first ? rows only", Samples::sample, checkId, most));
        if (latest.size() < most) {
            // an hour has one sample at least
            Rows.query(
                            dataSource,
                            "select * from hour_series where check_id = ? order by hour_number desc fetch first ? rows only",
                            HistoryPacking::hour,
                            checkId,
                            most - latest.size())
                    .forEach(hour -> latest.addAll(hour.samples()));
            latest.sort(Comparator.comparing(Sample::at).reversed());
        }
        return List.copyOf(latest.subList(0, Math.min(most, latest.size())));
    }

    /** The latencies of a check from that long ago until now. */
    @Allowed(Permission.READ)
    public LatencySeries latencies(long checkId, Span span) {
        Instant now = clock.instant();
        Instant from = now.minus(span.length());
        return LatencySeries.of(since(checkId, from), from, now);
    }

    /** Every sample of a check from then on, whole or packed, in no order. */
    public List<Sample> since(long checkId, Instant from) {
        List<Sample> samples = new ArrayList<>(
                Rows.query(dataSource, OF + " and measured_at >= ?", Samples::sample, checkId, Rows.time(from)));
        HistoryPacking.hours(dataSource, checkId, HourSeries.hourOf(from), Integer.MAX_VALUE).stream()
                .flatMap(hour -> hour.samples().stream())
                .filter(sample -> !sample.at().isBefore(from))
                .forEach(samples::add);
        return samples;
    }

    static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                Rows.instant(row, "measured_at"),
                Outcome.valueOf(row.getString("outcome")),
                Rows.duration(row, "latency_micros"));
    }
}
