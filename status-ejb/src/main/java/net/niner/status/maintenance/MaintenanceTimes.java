package net.niner.status.maintenance;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** What happens to windows by time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MaintenanceTimes {

    private static final Logger LOG = Logger.getLogger(MaintenanceTimes.class.getName());

    private static final String DUE = """
            select id from maintenance_window
            where (state = 'PLANNED' and starts_itself and planned_from <= ?)
               or (state in ('IN_PROGRESS', 'VERIFYING') and ends_itself and planned_until <= ?)
            order by planned_from, id
            """;

    private static final String NEXT = """
            select min(at) as due from (
                select planned_from as at from maintenance_window where state = 'PLANNED' and starts_itself
                union all
                select planned_until from maintenance_window where state in ('IN_PROGRESS', 'VERIFYING') and ends_itself
            ) t
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MaintenanceTurn turns;

    /**
     * Starts and ends the windows whose time has come, each in a transaction of its own; once more does nothing more. One that fails does not hold up the
     * others.
     *
     * @return how many changed
     */
    public int advance(Instant now) {
        List<Long> due = Rows.query(dataSource, DUE, row -> row.getLong("id"), Rows.time(now), Rows.time(now));
        int changed = 0;
        for (long id : due) {
            try {
                changed += turns.turn(id, now) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "maintenance " + id + " neither starts nor ends by itself");
            }
        }
        return changed;
    }

    /** When there will be something to do; may lie in the past. */
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(
                Rows.query(dataSource, NEXT, row -> Rows.instant(row, "due")).get(0));
    }
}
