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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Conditions.Tables;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckRules;
import net.niner.status.probe.Outcome;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;

/**
 * All servers, a page at a time: what visitors see, and the retired ones too. What is observed comes with the same query, by the rule of
 * {@link Pings}, where the list is sorted or filtered by it: such a list cannot be put together afterwards.
 */
@Stateless
public class Roster {

    private static final List<Outcome> WORST_LAST = List.of(Outcome.UNKNOWN, Outcome.UP, Outcome.SLOW, Outcome.DOWN);

    private static final String COLUMNS = """
            s.id, s.list_position as place, s.code, s.city, s.country, s.role, s.visibility, s.retired_on, p.code as parent,\s""";

    /** The worst of what the checks see that count: 3 is down. Binds the time in seconds. */
    private static final String SEEN = """
            count(*) as checks, max(case
                when not c.counts_for_ping or c.paused then null
                when t.measured_at is null
                  or extract(epoch from t.measured_at) + %d * (c.interval_seconds + c.timeout_millis / 1000.0) < ? then 0
                when t.outcome = 'DOWN' then 3 when t.outcome = 'SLOW' then 2 when t.outcome = 'UP' then 1 else 0 end) as seen
            from probe_check c join check_state t on t.check_id = c.id
            """.formatted(CheckRules.STALE_AFTER_INTERVALS);

    private static final String SERVERS = "server s left join server p on p.id = s.parent_id";

    private static final String SERVERS_AND_SEEN =
            SERVERS + " left join (select c.server_id, " + SEEN + " group by c.server_id) k on k.server_id = s.id";

    private record Seen(String code, int worst, int checks) {}

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Declarations declarations;

    @Inject
    private Clock clock;

    /**
     * @param first how many to leave out before
     * @param most how many at most
     */
    @Allowed(Permission.READ)
    public Page<RosterLine> page(ServerFilter filter, ServerFilter.Sort sort, boolean ascending, int first, int most) {
        Instant now = clock.instant();
        Map<Long, Declaration> declared = declarations.current();
        Conditions conditions = conditions(filter, Rows.day(now));
        String order = sort.column + (ascending ? "" : " desc") + ", s.list_position, s.code";
        if (filter.observed() == null && !sort.ofChecks) {
            Tables servers = new Tables(SERVERS);
            return seen(
                    conditions.page(
                            dataSource,
                            COLUMNS + "0 as seen, 0 as checks",
                            servers,
                            servers,
                            order,
                            first,
                            most,
                            row -> line(row, declared)),
                    now);
        }
        Tables seen = new Tables(SERVERS_AND_SEEN, List.of(now.getEpochSecond()));
        return conditions.page(
                dataSource,
                COLUMNS + "k.seen, coalesce(k.checks, 0) as checks",
                seen,
                seen,
                order,
                first,
                most,
                row -> line(row, declared));
    }

    /** Looks at the checks of these servers only: those of all the others take longer than the page. */
    private Page<RosterLine> seen(Page<RosterLine> page, Instant now) {
        if (page.rows().isEmpty()) {
            return page;
        }
        List<Object> values = new ArrayList<>(List.of(now.getEpochSecond()));
        page.rows().forEach(line -> values.add(line.code()));
        String codes = String.join(", ", Collections.nCopies(page.rows().size(), "?"));
        Map<String, Seen> seen = Rows.query(
                        dataSource,
                        "select s.code, " + SEEN + " join server s on s.id = c.server_id where s.code in (" + codes
                                + ") group by s.code",
                        row -> new Seen(row.getString("code"), row.getInt("seen"), row.getInt("checks")),
                        values.toArray())
                .stream()
                .collect(Collectors.toMap(Seen::code, each -> each));
        return new Page<>(
                page.rows().stream()
                        .map(line -> seen.containsKey(line.code())
                                ? line.with(
                                        WORST_LAST.get(seen.get(line.code()).worst()),
                                        seen.get(line.code()).checks())
                                : line)
                        .toList(),
                page.total());
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

    private static RosterLine line(ResultSet row, Map<Long, Declaration> declared) throws SQLException {
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
                Declaration.status(visibility, declared.get(row.getLong("id"))),
                WORST_LAST.get(row.getInt("seen")),
                row.getInt("checks"));
    }
}
