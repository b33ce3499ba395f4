package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.history.Outage;
import net.niner.status.platform.Page;

/** All incidents, the drafts among them, as the back office reads them. */
@Stateless
public class IncidentRecords {

    /** By what resolved incidents can be ordered. */
    public enum Sort {
        BEGAN("i.began"),
        RESOLVED("i.resolved"),
        TITLE("i.title");

        private final String field;

        Sort(String field) {
            this.field = field;
        }
    }

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Allowed(Permission.READ)
    public Optional<Incident> look(long id) {
        return Optional.ofNullable(em.find(Incident.class, id));
    }

    /** Published and open, the one that waits longest for an update first. */
    @Allowed(Permission.READ)
    public List<Incident> open() {
        return PublishedIncidents.whole(em.createQuery(
                        "select i from Incident i where i.published is not null and i.resolved is null order by i.updated, i.id",
                        Incident.class))
                .getResultList();
    }

    /** Oldest first. */
    @Allowed(Permission.READ)
    public List<Incident> drafts() {
        return PublishedIncidents.whole(em.createQuery(
                        "select i from Incident i where i.published is null order by i.began, i.id", Incident.class))
                .getResultList();
    }

    /** @param text part of the title, null or empty for all */
    @Allowed(Permission.READ)
    public Page<Incident> resolved(String text, Sort sort, boolean ascending, int first, int most) {
        String which = "from Incident i where i.published is not null and i.resolved is not null"
                + " and lower(i.title) like :text escape '!'";
        String pattern =
                text == null ? "%" : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        long total = em.createQuery("select count(i) " + which, Long.class)
                .setParameter("text", pattern)
                .getSingleResult();
        TypedQuery<Incident> rows = em.createQuery(
                        "select i " + which + " order by " + sort.field + (ascending ? "" : " desc") + ", i.id desc",
                        Incident.class)
                .setParameter("text", pattern);
        return new Page<>(
                most == 0
                        ? List.of()
                        : PublishedIncidents.whole(rows)
                                .setFirstResult(first)
                                .setMaxResults(most)
                                .getResultList(),
                (int) total);
    }

    /** What the checks of its servers saw in its time, those included that only the back office sees; earliest first. */
    @Allowed(Permission.READ)
    public List<Outage> evidence(Incident incident) {
        return Evidence.of(dataSource, incident, false);
    }

    /** The outage that lasts on a server and began first, seen by a check that counts or that visitors see; for an incident that is opened from it. */
    @Allowed(Permission.READ)
    public Optional<Outage> lasting(String serverCode) {
        return Evidence.lasting(dataSource, serverCode);
    }
}
