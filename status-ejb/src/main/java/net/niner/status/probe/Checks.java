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
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/** The checks, and how each of them stands. */
@Stateless
public class Checks {

    private static final String REPORTS = """
            select c.id, s.code, c.name, c.kind, t.outcome, t.flapping, t.since, t.latency_micros, t.measured_at, t.measured_outcome,
                   t.detail, t.due_at, c.paused
            from probe_check c join check_state t on t.check_id = c.id join server s on s.id = c.server_id
            order by s.list_position, s.code, c.id
            """;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private CheckStates states;

    @Inject
    private Clock clock;

    /** Every check, in the order of the servers. */
    public List<CheckReport> reports() {
        return Rows.query(dataSource, REPORTS, Checks::report);
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
