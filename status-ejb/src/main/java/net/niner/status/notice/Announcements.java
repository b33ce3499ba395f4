package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Makes notices of what was announced, and of alerts whose time has come: the first step of the job that delivers. */
@Stateless
public class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class.getName());

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Announcing announcing;

    @EJB
    private MaintenanceReminders reminders;

    @EJB
    private AlertTelling alerts;

    @Inject
    private Clock clock;

    /**
     * Can be broken off anywhere and be called again: each some hundred notices are a transaction, which remembers whom it reached.
     *
     * @return how many notices are new
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int expand() {
        Instant now = clock.instant();
        int told = alerts.tell(now);
        reminders.note(now);
        for (long id : waiting()) {
            told += expand(id, now);
        }
        return told;
    }

    /** One that fails keeps no other waiting; it is tried again the next time. */
    private int expand(long id, Instant now) {
        int told = 0;
        try {
            Announcing.Part part;
            do {
                part = announcing.tellSome(id, now);
                told += part.told();
            } while (!part.last());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "announcement " + id + " cannot be told");
        }
        return told;
    }

    /** When there is something to do, in the past if it waits already; empty if nothing is foreseen. */
    public Optional<Instant> nextDue() {
        Instant now = clock.instant();
        return Stream.of(firstWaiting(), reminders.nextDue(now), alerts.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private List<Long> waiting() {
        return Rows.query(
                dataSource, "select id from announcement where done_at is null order by id", row -> row.getLong(1));
    }

    private Optional<Instant> firstWaiting() {
        return Rows.query(
                        dataSource,
                        "select announced_at from announcement where done_at is null order by announced_at fetch first 1 rows only",
                        row -> Rows.instant(row, "announced_at"))
                .stream()
                .findFirst();
    }
}
