package net.niner.status.incident;

import java.time.LocalDate;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Whether what an incident tells still lasts, as far as the checks know. */
final class Failing {

    /** Of no check. */
    static final long NONE = -1;

    /** What only the back office sees, what nobody follows, and servers that an update called well say nothing of an incident. */
    private static final String LASTING = """
            select count(*) from incident_server p join server s on s.id = p.server_id
            join probe_check c on c.server_id = s.id join outage o on o.check_id = c.id
            where p.incident_id = ? and p.until_at is null and o.ended_at is null
            and not c.paused and (c.is_public or c.counts_for_ping)
            and (s.retired_on is null or s.retired_on > ?) and c.id <> ?
            """;

    private Failing() {}

    /** @param exceptCheck one that is left out, as its outage begins or ends just now */
    static boolean lasts(DataSource source, long incident, LocalDate today, long exceptCheck) {
        return Rows.query(source, LASTING, row -> row.getLong(1), incident, today, exceptCheck)
                        .get(0)
                > 0;
    }
}
