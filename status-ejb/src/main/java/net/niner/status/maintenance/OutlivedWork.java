package net.niner.status.maintenance;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.history.Outage;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/** Outages that began unheard, as work went on, and outlive it: from now on they matter as any other. */
@Stateless
public class OutlivedWork {

    private static final String LASTING = """
            select c.server_id, %s from %s
            left join check_state t on t.check_id = c.id
            where o.ended_at is null and o.confirmed_at >= ? and not c.paused and (t.flapping is null or not t.flapping)
            and (s.retired_on is null or s.retired_on > ?)
            order by o.began_at, o.id
            """.formatted(Outage.COLUMNS, Outage.TABLES);

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MaintenanceWindows windows;

    private record OfServer(long server, Outage outage) {}

    /** Longest first; not those of flapping checks, which raised the alarm before. */
    public List<Outage> by(QuietEnded work) {
        return Rows.query(
                        dataSource,
                        LASTING,
                        row -> new OfServer(row.getLong("server_id"), Outage.read(row)),
                        Rows.time(work.from()),
                        Rows.day(work.at()))
                .stream()
                .filter(each -> quieted(each.server(), work.serverIds()) && !windows.isQuiet(each.server(), work.at()))
                .map(OfServer::outage)
                .toList();
    }

    /** Work on a server quiets those as well that cannot be reached without it. */
    private boolean quieted(long serverId, Set<Long> worked) {
        Server server = em.find(Server.class, serverId);
        for (int depth = 0; server != null && depth < 50; depth++) {
            if (worked.contains(server.id())) {
                return true;
            }
            server = server.parent().orElse(null);
        }
        return false;
    }
}
