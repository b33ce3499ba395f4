package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
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

    /** Before what fails, in the keys of findings: as for jobs, which may succeed at the next try. */
    private static final String FINDING = "job:deliver-notices:";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Announcing announcing;

    @EJB
    private MaintenanceReminders reminders;

    @EJB
    private AlertTelling alerts;

    @Inject
    private Event<FindingRaised> raised;

    @Inject
    private Event<FindingSettled> settled;

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
        int[] told = {0};
        step("alerts", () -> {
            settleApproval();
            told[0] += alerts.tell(now);
        });
        step("reminders", () -> reminders.note(now));
        step("news", () -> {
            RuntimeException failure = null;
            for (long id : waiting()) {
                try {
                    told[0] += expand(id, now);
                } catch (RuntimeException e) {
                    announcing.giveUp(id, now);
                    failure = e;
                }
            }
            if (failure != null) {
                throw failure;
            }
        });
        return told[0];
    }

    private int expand(long id, Instant now) {
        int told = 0;
        Announcing.Part part;
        do {
            part = announcing.tellSome(id, now);
            told += part.told();
        } while (!part.last());
        return told;
    }

    /** Whatever fails here keeps no mail waiting that is ready to go; the owner is told, and it is tried again the next time. */
    private void step(String what, Runnable work) {
        String key = FINDING + what;
        try {
            work.run();
            settled.fire(new FindingSettled(key));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "notices of " + what + " cannot be made");
            raise(key, what);
        }
    }

    private void raise(String key, String what) {
        try {
            raised.fire(new FindingRaised(
                    key, "notices of " + what, "Notices of " + what + " cannot be made. The log says why."));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the owners cannot be told what fails", e);
        }
    }

    /** However the last notice left that waited for approval, nobody is reminded of it any more. */
    private void settleApproval() {
        if (Rows.query(
                        dataSource,
                        "select 1 from notice where state = 'HELD' and clearance = 'OPEN' fetch first 1 rows only",
                        row -> true)
                .isEmpty()) {
            settled.fire(new FindingSettled(Approvals.FINDING));
        }
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
