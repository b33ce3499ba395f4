package net.niner.status.history;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.probe.Measurement;

/** Every single measurement, for as long as it is kept whole. */
@Stateless
public class Samples {

    private static final String WRITE = """
            insert into sample (check_id, measured_at, outcome, latency_micros)
            select id, cast(? as timestamp with time zone), cast(? as varchar(8)), cast(? as bigint) from probe_check where id = ?
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** Writes those whose check is still there: one may be removed while its probe is under way. */
    public void write(List<Measurement> measurements) {
        Rows.batch(
                dataSource,
                WRITE,
                measurements,
                (statement, m) -> Rows.bind(
                        statement, Rows.time(m.at()), m.outcome().name(), Rows.micros(m.latency()), m.checkId()));
    }

    /** Forgets those before then, at most {@code most} of them; returns how many. */
    public int forgetBefore(Instant then, int most) {
        return Rows.update(dataSource, """
                delete from sample where (check_id, measured_at) in
                    (select check_id, measured_at from sample where measured_at < ? order by measured_at fetch first ? rows only)
                """, Rows.time(then), most);
    }
}
