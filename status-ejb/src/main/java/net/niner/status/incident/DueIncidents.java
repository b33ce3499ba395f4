package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Audit;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.Rows;

/**
 * Publishes the drafts whose outages have lasted long enough. One that has ended meanwhile is a draft without a time, see {@link Proposals}; so
 * becomes one of a check that nobody follows any more, of which nothing is known.
 */
@Stateless
public class DueIncidents {

    private static final Logger LOG = Logger.getLogger(DueIncidents.class.getName());

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private DueIncidents self;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private IncidentPosts posts;

    @Inject
    private Audit audit;

    /**
     * Each in a transaction of its own; one that fails is tried again the next time.
     *
     * @return how many were published
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int publishDue(Instant now) {
        int done = 0;
        for (long id : due(now)) {
            try {
                done += self.publish(id, now) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, e, () -> "incident " + id + " cannot be published");
            }
        }
        return done;
    }

    /** When the next one is due, UTC; empty if none waits. */
    public Optional<Instant> nextDue() {
        return em.createQuery(
                        "select i.publishAt from Incident i where i.published is null and i.publishAt is not null order by i.publishAt",
                        OffsetDateTime.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    private List<Long> due(Instant now) {
        return em.createQuery(
                        "select i.id from Incident i where i.published is null and i.publishAt <= :now order by i.publishAt",
                        Long.class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    /** One of them, if it still is due and no work goes on at its servers. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean publish(long id, Instant now) {
        Incident incident = em.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (incident == null
                || !incident.isDraft()
                || incident.publishAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return false;
        }
        if (!Failing.lasts(dataSource, id, Rows.day(now), Failing.NONE)) {
            // the version stays: it says the same
            Rows.update(dataSource, "update incident set publish_at = null where id = ?", id);
            return false;
        }
        if (incident.servers().stream().anyMatch(server -> windows.isQuiet(server.id(), now))) {
            return false;
        }
        incident.changed(Actor.site().name(), now);
        posts.publish(incident, now);
        audit.record(
                "incident.publish",
                incident.title(),
                Map.of(),
                Map.of("state", incident.state().name()));
        return true;
    }
}
