package net.niner.status.probe;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/**
 * What is believed of each check, read and written in bulk. Plain JDBC: these rows change with every measurement, thousands a minute, and
 * are values, not entities.
 */
@Stateless
public class CheckStates {

    private static final String DUE = """
            select c.id, c.server_id, s.code, c.name, c.kind, c.settings, c.interval_seconds, c.timeout_millis, c.failures_to_down,
                   c.successes_to_up, c.slow_above_millis, c.counts_for_ping,
                   t.outcome, t.since, t.down_since, t.flapping, t.recent, t.due_at
            from check_state t join probe_check c on c.id = t.check_id join server s on s.id = c.server_id
            where not c.paused and (s.in_service_from is null or s.in_service_from <= ?)
              and (s.retired_on is null or s.retired_on > ?) and t.due_at <= ?
            order by t.due_at
            """;

    private static final String WRITE = """
            update check_state set due_at = ?, outcome = ?, since = ?, down_since = ?, flapping = ?, recent = ?,
                   measured_at = ?, measured_outcome = ?, latency_micros = ?, detail = ?
            where check_id = ?
            """;

    private static final String FAILING = """
            select c.id, c.server_id, c.interval_seconds, c.timeout_millis, t.measured_at
            from check_state t join probe_check c on c.id = t.check_id join server s on s.id = c.server_id
            where c.counts_for_ping and not c.paused and (t.measured_outcome = 'DOWN' or t.outcome = 'DOWN')
              and (s.retired_on is null or s.retired_on > ?)
              and c.server_id in (select parent_id from server where parent_id is not null)
            """;

    private static final Duration FAR_AHEAD = Duration.ofDays(2);

    private record Failing(long serverId, long checkId, Instant saysNothingFrom) {}

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** The checks whose time comes until then, earliest first; not the paused ones, nor those of servers that are not in service now. */
    public List<DueCheck> dueUntil(Instant until, Instant now) {
        return due(DUE, CheckStates::dueCheck, until, now);
    }

    /** True if {@link #dueUntil} would find any. */
    public boolean anyDueUntil(Instant until, Instant now) {
        return !due(DUE + " fetch first 1 rows only", row -> true, until, now).isEmpty();
    }

    /** When the next of those is due, in the past if it has been for a while; nothing if there is none. */
    public Optional<Instant> nextDue(Instant now) {
        return due(DUE + " fetch first 1 rows only", row -> Rows.instant(row, "due_at"), now.plus(FAR_AHEAD), now)
                .stream()
                .findFirst();
    }

    private <T> List<T> due(String query, Rows.Reader<T> reader, Instant until, Instant now) {
        return Rows.query(dataSource, query, reader, Rows.day(now), Rows.day(now), Rows.time(until));
    }

    /** A new check is due at once and nothing is believed of it. */
    public void begin(long checkId, Instant now) {
        Rows.update(
                dataSource,
                "insert into check_state (check_id, due_at, outcome, flapping, recent) values (?, ?, 'UNKNOWN', false, '')",
                checkId,
                Rows.time(now));
    }

    /**
     * The servers' dependencies, and which of the parents fail at that moment. One that is retired by then, or was not measured lately,
     * excuses nobody: it would do so for ever.
     */
    public Dependencies dependencies(Instant now) {
        Map<Long, Long> parents = new HashMap<>();
        Rows.query(
                dataSource,
                "select id, parent_id from server where parent_id is not null",
                row -> parents.put(row.getLong(1), row.getLong(2)));
        Dependencies dependencies = new Dependencies(parents);
        Rows.query(dataSource, FAILING, CheckStates::failing, Rows.day(now)).stream()
                .filter(failing -> !failing.saysNothingFrom().isBefore(now))
                .forEach(failing -> dependencies.saw(failing.serverId(), failing.checkId(), Outcome.DOWN));
        return dependencies;
    }

    /** Remembers what is believed now, and when each check is due next. */
    public void write(List<Judgement> judgements) {
        Rows.batch(dataSource, WRITE, judgements, CheckStates::bind);
    }

    private static Failing failing(ResultSet row) throws SQLException {
        Duration staleAfter = CheckRules.staleAfter(
                Duration.ofSeconds(row.getInt("interval_seconds")), Duration.ofMillis(row.getInt("timeout_millis")));
        return new Failing(
                row.getLong("server_id"),
                row.getLong("id"),
                Rows.instant(row, "measured_at").plus(staleAfter));
    }

    private static DueCheck dueCheck(ResultSet row) throws SQLException {
        return new DueCheck(
                row.getLong("id"),
                row.getLong("server_id"),
                row.getString("code") + " " + row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("settings"),
                CheckRules.of(
                        row.getInt("interval_seconds"),
                        row.getInt("timeout_millis"),
                        row.getInt("failures_to_down"),
                        row.getInt("successes_to_up"),
                        row.getObject("slow_above_millis", Integer.class)),
                row.getBoolean("counts_for_ping"),
                new CheckState(
                        Outcome.valueOf(row.getString("outcome")),
                        Rows.instant(row, "since"),
                        Rows.instant(row, "down_since"),
                        row.getBoolean("flapping"),
                        CheckState.recentOf(row.getString("recent"))),
                Rows.instant(row, "due_at"));
    }

    private static void bind(PreparedStatement statement, Judgement judgement) throws SQLException {
        Measurement measurement = judgement.measurement();
        CheckState state = judgement.after();
        Rows.bind(
                statement,
                Rows.time(judgement.dueAt()),
                state.outcome().name(),
                Rows.time(state.since()),
                Rows.time(state.downSince()),
                state.flapping(),
                state.recentText(),
                Rows.time(measurement.at()),
                measurement.outcome().name(),
                Rows.micros(measurement.latency()),
                measurement.detail(),
                measurement.checkId());
    }
}
