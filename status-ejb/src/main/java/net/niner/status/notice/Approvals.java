package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/**
 * Keeps a mistake from reaching many clients: the first notices ever to clients, and more of them within a day than usual, wait until a person has
 * looked at them. Counted over a day, so that a mistake does not pass in slices.
 */
@Stateless
public class Approvals {

    /** What the owner is told while some wait. */
    static final String FINDING = "notices:approval";

    static final int USUAL = 20;
    private static final int SHARE = 10;
    private static final Duration DAY = Duration.ofDays(1);

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Resource
    private EJBContext context;

    @Inject
    @Any
    private Instance<KnownClients> clients;

    @Inject
    private Event<FindingRaised> found;

    @Inject
    private Clock clock;

    /** Decides about those that are new; returns how many are held. */
    public int decide() {
        int counted = count("state = 'QUEUED'", Instant.EPOCH);
        if (counted == 0) {
            return 0;
        }
        Instant now = clock.instant();
        String reason = reason(now);
        if (reason != null) {
            found.fire(new FindingRaised(
                    FINDING,
                    "notices to clients",
                    "Notices to clients wait until somebody approves them in the outbox."));
            return new NoticeMoves(dataSource, now, null)
                    .move(
                            NoticeState.HELD,
                            reason,
                            "",
                            "audience = 'CLIENT' and clearance = 'OPEN' and state = 'QUEUED'");
        }
        int passed = Rows.update(
                dataSource,
                "update notice set clearance = 'PASSED' where audience = 'CLIENT' and clearance = 'OPEN' and state = 'QUEUED'");
        if (passed > counted) {
            // some came after they were counted: the next round counts them with the rest
            context.setRollbackOnly();
        }
        return 0;
    }

    /** Whether any still wait for somebody's approval. */
    static boolean someWait(DataSource dataSource) {
        return !Rows.query(
                        dataSource,
                        "select 1 from notice where state = 'HELD' and clearance = 'OPEN' fetch first 1 rows only",
                        row -> true)
                .isEmpty();
    }

    /** Null if they may go. */
    private String reason(Instant now) {
        boolean first = Rows.query(
                        dataSource,
                        "select 1 from notice where audience = 'CLIENT' and clearance <> 'OPEN' fetch first 1 rows only",
                        row -> true)
                .isEmpty();
        if (first) {
            return "these are the first notices to clients: somebody must approve them";
        }
        Instant since = now.minus(DAY);
        int fresh = count("state not in ('CANCELLED', 'SUPPRESSED', 'STALE')", since)
                + Rows.query(
                                dataSource,
                                "select count(*) from notice where audience = 'CLIENT' and clearance = 'PASSED' and created_at > ?",
                                row -> row.getInt(1),
                                Rows.time(since))
                        .get(0);
        int usual = Math.max(USUAL, known() / SHARE);
        return fresh <= usual
                ? null
                : "%d notices to clients within a day are more than the usual %d: somebody must approve them"
                        .formatted(fresh, usual);
    }

    private int count(String states, Instant since) {
        return Rows.query(
                        dataSource,
                        "select count(*) from notice where audience = 'CLIENT' and clearance = 'OPEN' and created_at > ? and "
                                + states,
                        row -> row.getInt(1),
                        Rows.time(since))
                .get(0);
    }

    private int known() {
        return clients.stream().mapToInt(KnownClients::count).sum();
    }
}
