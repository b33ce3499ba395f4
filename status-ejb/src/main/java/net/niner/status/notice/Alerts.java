package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;

/** What the owners are alarmed about, as the back office sees it. */
@Stateless
public class Alerts {

    /** As long closed ones are kept. */
    static final Duration KEPT = Duration.ofDays(90);

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Those that last: what nobody looks after first, then the latest. */
    @Allowed(Permission.READ)
    public List<Alert> lasting() {
        return Rows.query(
                dataSource,
                Alert.SELECT + " where state <> 'CLOSED' order by state desc, opened_at desc, id desc",
                Alert::read);
    }

    /** Those that are over, latest first. */
    @Allowed(Permission.READ)
    public List<Alert> closed(int most) {
        return Rows.query(
                dataSource,
                Alert.SELECT + " where state = 'CLOSED' order by closed_at desc, id desc fetch first ? rows only",
                Alert::read,
                most);
    }

    /** Whether the caller may {@link #acknowledge}. */
    public boolean mayAcknowledge() {
        return Caller.current().filter(Alerts::may).isPresent();
    }

    /**
     * The caller looks after it: nobody is reminded any more. False where somebody did already, or it is over.
     *
     * @throws Forbidden for who may change neither incidents nor servers
     */
    @Allowed({Permission.INCIDENTS, Permission.SERVERS})
    public boolean acknowledge(long id) {
        Actor actor = Caller.required();
        boolean done = Rows.update(
                        dataSource,
                        "update alert set state = 'ACKNOWLEDGED', acknowledged_by = ?, acknowledged_at = ?, next_at = null"
                                + " where id = ? and state = 'OPEN'",
                        actor.name(),
                        Rows.time(clock.instant()),
                        id)
                == 1;
        if (done) {
            String subject = Rows.query(
                            dataSource, "select subject from alert where id = ?", row -> row.getString(1), id)
                    .get(0);
            audit.record("alert.acknowledge", subject, Map.of(), Map.of());
        }
        return done;
    }

    /** Forgets those that are over for ninety days. */
    public int purge() {
        return Rows.update(
                dataSource,
                "delete from alert where state = 'CLOSED' and closed_at < ?",
                Rows.time(clock.instant().minus(KEPT)));
    }

    private static boolean may(Actor actor) {
        return actor.may(Permission.INCIDENTS) || actor.may(Permission.SERVERS);
    }
}
