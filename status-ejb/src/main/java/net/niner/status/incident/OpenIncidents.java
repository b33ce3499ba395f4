package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** What is declared now; read with every page. */
@Stateless
public class OpenIncidents {

    private static final String IMPAIRED = """
            select p.server_id, p.incident_id, p.impact, p.from_at
            from incident_server p join incident i on i.id = p.incident_id
            where i.published_at is not null and i.resolved_at is null and p.until_at is null
            order by p.from_at, p.id
            """;

    private static final String LATEST = """
            select u.incident_id, max(u.number) as number, max(u.told_at) as told_at
            from incident_update u join incident i on i.id = u.incident_id
            where i.published_at is not null and i.resolved_at is null
            group by u.incident_id
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** A line for each server of each published open incident, earliest first. */
    public List<Impaired> impaired() {
        return Rows.query(
                dataSource,
                IMPAIRED,
                row -> new Impaired(
                        row.getLong("server_id"),
                        row.getLong("incident_id"),
                        Impact.valueOf(row.getString("impact")),
                        Rows.instant(row, "from_at")));
    }

    /** The last word about each published open incident, by its id. */
    public Map<Long, LatestUpdate> latestUpdates() {
        Map<Long, LatestUpdate> latest = new HashMap<>();
        Rows.query(
                dataSource,
                LATEST,
                row -> latest.put(
                        row.getLong("incident_id"),
                        new LatestUpdate(row.getInt("number"), Rows.instant(row, "told_at"))));
        return latest;
    }
}
