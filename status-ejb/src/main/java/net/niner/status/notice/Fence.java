package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;

/**
 * Keeps a copy of the database from sending what the original sends as well: the database knows the one installation that may, and any other sends
 * nothing until somebody confirms that it took the place of that one.
 */
@Stateless
public class Fence {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Audit audit;

    @Inject
    private Installation installation;

    @Inject
    private Clock clock;

    /** Whether this installation may send; the first one that asks may. */
    public boolean open() {
        List<String> known = Rows.query(dataSource, "select identity from installation", row -> row.getString(1));
        if (known.isEmpty()) {
            return Rows.update(
                            dataSource,
                            "insert into installation (id, identity, since) select 1, ?, ?"
                                    + " where not exists (select 1 from installation)",
                            installation.identity(),
                            Rows.time(clock.instant()))
                    == 1;
        }
        return known.contains(installation.identity());
    }

    /** From now on this installation sends, and the other one no more, if it uses the same database. */
    @Allowed(Permission.SETTINGS)
    public void confirm() {
        Rows.update(
                dataSource,
                "update installation set identity = ?, since = ?, confirmed_by = ?",
                installation.identity(),
                Rows.time(clock.instant()),
                Caller.required().name());
        audit.record("mail.confirm-installation", "this installation sends mail", Map.of(), Map.of());
    }
}
