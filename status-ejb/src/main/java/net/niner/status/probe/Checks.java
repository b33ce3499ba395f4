package net.niner.status.probe;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/** The checks, and how each of them stands. */
@Stateless
public class Checks {

    private static final String COLUMNS = """
            c.id, s.code, c.name, c.kind, t.outcome, t.flapping, t.since, t.latency_micros, t.measured_at, t.measured_outcome,
            t.detail, t.due_at, c.paused
            """;

    private static final String TABLES = """
            probe_check c join check_state t on t.check_id = c.id join server s on s.id = c.server_id
            """;

    private static final String ORDER = "s.list_position, s.code, c.id";

    private static final String DOUBTED =
            "select c.id from " + TABLES + """
            where t.measured_outcome = 'UNKNOWN' and t.detail like ? and not c.paused and (s.retired_on is null or s.retired_on > ?)
              and extract(epoch from t.measured_at) + %d * (c.interval_seconds + c.timeout_millis / 1000.0) >= ?
            order by c.id fetch first 1 rows only
            """.formatted(CheckRules.STALE_AFTER_INTERVALS);

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private CheckStates states;

    @Inject
    private StoredSpecs specs;

    @Inject
    private Clock clock;

    /** Every check, in the order of the servers. */
    @Allowed(Permission.READ)
    public List<CheckReport> reports() {
        return Rows.query(dataSource, "select " + COLUMNS + " from " + TABLES + " order by " + ORDER, Checks::report);
    }

    /** Whether a check of a server in service found lately that it can prove nothing, since {@link OwnLink our own link} is down. */
    @Allowed(Permission.READ)
    public boolean ownLinkIsDown() {
        Instant now = clock.instant();
        return !Rows.query(
                        dataSource,
                        DOUBTED,
                        row -> row.getLong(1),
                        OwnLink.DOWN + "%",
                        Rows.day(now),
                        now.getEpochSecond())
                .isEmpty();
    }

    /**
     * @param first how many to leave out before
     * @param most how many at most
     */
    @Allowed(Permission.READ)
    public Page<CheckReport> page(CheckFilter filter, CheckFilter.Sort sort, boolean ascending, int first, int most) {
        Conditions conditions = new Conditions().holds(filter.text(), "c.name", "s.code");
        if (filter.kind() != null) {
            conditions.and("c.kind = ?", filter.kind().name());
        }
        if (filter.server() != null) {
            conditions.and("s.code = ?", filter.server());
        }
        if (filter.state() != null) {
            conditions.and("t.outcome = ?", filter.state().name());
        }
        if (filter.paused() != null) {
            conditions.and("c.paused = ?", filter.paused());
        }
        String order = sort.column + (ascending ? "" : " desc") + " nulls last, " + ORDER;
        Conditions.Tables tables = new Conditions.Tables(TABLES);
        return conditions.page(dataSource, COLUMNS, tables, tables, order, first, most, Checks::report);
    }

    /** @throws NoSuchCheck if it is not there, or no more */
    @Allowed(Permission.READ)
    public CheckSheet sheet(long id) {
        Check check = required(id);
        ProbeSpec spec = specs.of(check).orElse(null);
        CheckDraft draft = new CheckDraft(
                check.name(),
                check.kind(),
                spec == null ? Map.of() : FieldTexts.of(spec),
                CheckDraft.texts(check.rules()),
                check.isPublic(),
                check.countsForPing());
        CheckReport report = Rows.query(
                        dataSource, "select " + COLUMNS + " from " + TABLES + " where c.id = ?", Checks::report, id)
                .get(0);
        return new CheckSheet(
                id,
                check.version(),
                check.server().code(),
                draft,
                check.isPaused(),
                spec != null,
                check.changedBy().orElse(null),
                check.changedAt().orElse(null),
                report);
    }

    /** All of the servers with these codes, in the order in which they were made. */
    public List<Check> of(Collection<Server> servers) {
        return servers.isEmpty()
                ? List.of()
                : em.createQuery("select c from Check c where c.server in :servers order by c.id", Check.class)
                        .setParameter("servers", servers)
                        .getResultList();
    }

    public Check required(long id) {
        Check check = em.find(Check.class, id);
        if (check == null) {
            throw new NoSuchCheck(id);
        }
        return check;
    }

    public Optional<Check> find(Server server, String name) {
        return em.createQuery("select c from Check c where c.server = :server and c.name = :name", Check.class)
                .setParameter("server", server)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Adds a check; it is due at once. */
    public void add(Check check) {
        em.persist(check);
        em.flush();
        states.begin(check.id(), clock.instant());
    }

    /** Removes a check with all that it measured. */
    public void remove(Check check) {
        em.remove(check);
        em.flush();
    }

    private static CheckReport report(ResultSet row) throws SQLException {
        String measured = row.getString("measured_outcome");
        Instant measuredAt = Rows.instant(row, "measured_at");
        return new CheckReport(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")).word(),
                Outcome.valueOf(row.getString("outcome")),
                row.getBoolean("flapping"),
                Rows.instant(row, "since"),
                Rows.duration(row, "latency_micros"),
                measuredAt,
                measured == null ? null : Outcome.valueOf(measured),
                row.getString("detail"),
                Rows.instant(row, "due_at"),
                row.getBoolean("paused"));
    }
}
