package net.niner.status.server;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;

/** The servers, in the order of the list that visitors know. */
@Stateless
public class Servers {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    /** All that have begun to serve by that day and are not retired on it. */
    public List<Server> inServiceOn(LocalDate day) {
        return em.createQuery("""
                        select s from Server s
                        where (s.inServiceFrom is null or s.inServiceFrom <= :day) and (s.retiredOn is null or s.retiredOn > :day)
                        order by s.position, s.code
                        """, Server.class).setParameter("day", day).getResultList();
    }

    /** All there ever were. */
    public List<Server> all() {
        return em.createQuery("select s from Server s order by s.position, s.code", Server.class)
                .getResultList();
    }

    public Optional<Server> find(String code) {
        return em.createQuery("select s from Server s where s.code = :code", Server.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** One server, as the back office shows it. */
    @Allowed(Permission.READ)
    public Optional<Server> look(String code) {
        return find(code);
    }

    /** The codes of all there ever were, in the order of the list, for a choice among them. */
    @Allowed(Permission.READ)
    public List<String> codes() {
        return em.createQuery("select s.code from Server s order by s.position, s.code", String.class)
                .getResultList();
    }

    public void add(Server server) {
        em.persist(server);
    }
}
