package net.niner.status.board;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckRules;
import net.niner.status.probe.Outcome;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;

/**
 * All servers, a page at a time: what visitors see, and the retired ones too. What is observed comes with the same query, by the rule of
 * {@link Pings}, since a list that is sorted by it cannot be put together afterwards.
 */
@Stateless
public class Roster {

    private static final List<Outcome> WORST_LAST = List.of(Outcome.UNKNOWN, Outcome.UP, Outcome.SLOW, Outcome.DOWN);

    private static final String COLUMNS = """
            n.place, s.code, s.city, s.country, s.role, s.visibility, s.retired_on, p.code as parent, k.seen, coalesce(k.checks, 0) as checks
            """;

    private static final String TABLES = """
            server s
            join (select id, row_number() over (order by list_position, code) as place from server) n on n.id = s.id
            left join server p on p.id = s.parent_id left join (
                select c.server_id, count(*) as checks, max(case
                    when not c.counts_for_ping or c.paused then null
                    when t.measured_at is null
                      or extract(epoch from t.measured_at) + %d * (c.interval_seconds + c.timeout_millis / 1000.0) < ? then 0
                    when t.outcome = 'DOWN' then 3 when t.outcome = 'SLOW' then 2 when t.outcome = 'UP' then 1 else 0 end) as seen
                from probe_check c join check_state t on t.check_id = c.id group by c.server_id) k on k.server_id = s.id
            """.formatted(CheckRules.STALE_AFTER_INTERVALS);

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /**
     * @param first how many to leave out before
     * @param most how many at most
     */
    @Allowed(Permission.READ)
    public Page<RosterLine> page(ServerFilter filter, ServerFilter.Sort sort, boolean ascending, int first, int most) {
        Instant now = clock.instant();
        return conditions(filter, Rows.day(now))
                .page(
                        dataSource,
                        COLUMNS,
                        TABLES,
                        List.of(now.getEpochSecond()),
                        sort.column + (ascending ? "" : " desc") + ", s.list_position, s.code",
                        first,
                        most,
                        Roster::line);
    }

    private static Conditions conditions(ServerFilter filter, LocalDate today) {
        Conditions conditions = new Conditions().holds(filter.text(), "s.code", "s.city");
        if (filter.role() != null) {
            conditions.and("s.role = ?", filter.role().name());
        }
        if (filter.visibility() != null) {
            conditions.and("s.visibility = ?", filter.visibility().name());
        }
        if (filter.retired() != null) {
            conditions.and(
                    filter.retired() ? "s.retired_on <= ?" : "(s.retired_on is null or s.retired_on > ?)", today);
        }
        if (filter.observed() != null) {
            conditions.and("coalesce(k.seen, 0) = ?", WORST_LAST.indexOf(filter.observed()));
        }
        return conditions;
    }

    private static RosterLine line(ResultSet row) throws SQLException {
        Visibility visibility = Visibility.valueOf(row.getString("visibility"));
        Date retired = row.getDate("retired_on");
        return new RosterLine(
                row.getInt("place"),
                row.getString("code"),
                row.getString("city"),
                row.getString("country"),
                Role.valueOf(row.getString("role")),
                visibility,
                row.getString("parent"),
                retired == null ? null : retired.toLocalDate(),
                Board.declared(visibility),
                WORST_LAST.get(row.getInt("seen")),
                row.getInt("checks"));
    }
}
