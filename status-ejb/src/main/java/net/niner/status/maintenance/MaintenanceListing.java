package net.niner.status.maintenance;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;

/** All windows, whatever their state, for programs that read one page after another. */
@Stateless
public class MaintenanceListing {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    /**
     * Latest made first; null where anything will do.
     *
     * @param before only those made before that one
     */
    @Allowed(Permission.READ)
    public List<MaintenanceWindow> before(long before, MaintenanceState state, String server, int most) {
        StringBuilder query = new StringBuilder("select x from MaintenanceWindow x where x.id < :before");
        if (state != null) {
            query.append(" and x.state = :state");
        }
        if (server != null) {
            query.append(" and exists (select s.id from Server s where s member of x.servers and s.code = :server)");
        }
        TypedQuery<MaintenanceWindow> rows = em.createQuery(query + " order by x.id desc", MaintenanceWindow.class)
                .setParameter("before", before)
                .setMaxResults(most);
        if (state != null) {
            rows.setParameter("state", state);
        }
        if (server != null) {
            rows.setParameter("server", server);
        }
        return MaintenanceWindows.hinted(rows, "x").getResultList();
    }
}
