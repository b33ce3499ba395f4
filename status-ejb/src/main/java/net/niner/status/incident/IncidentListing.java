package net.niner.status.incident;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;

/** All incidents, drafts included, for programs that read one page after another. */
@Stateless
public class IncidentListing {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    /** One of them. */
    @Allowed(Permission.READ)
    public Optional<Incident> look(long id) {
        return Optional.ofNullable(em.find(Incident.class, id));
    }

    /**
     * Latest made first; null where anything will do.
     *
     * @param before only those made before that one
     */
    @Allowed(Permission.READ)
    public List<Incident> before(long before, IncidentState state, String server, int most) {
        StringBuilder query = new StringBuilder("select x from Incident x where x.id < :before");
        if (state != null) {
            query.append(" and x.state = :state");
        }
        if (server != null) {
            query.append(
                    " and exists (select p.id from ImpactPeriod p where p.incident = x and p.server.code = :server)");
        }
        TypedQuery<Incident> rows = em.createQuery(query + " order by x.id desc", Incident.class)
                .setParameter("before", before)
                .setMaxResults(most);
        if (state != null) {
            rows.setParameter("state", state);
        }
        if (server != null) {
            rows.setParameter("server", server);
        }
        return PublishedIncidents.whole(rows, "x").getResultList();
    }
}
