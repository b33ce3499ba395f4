package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.history.Outage;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/** The incidents that visitors read. Drafts are none of them. */
@Stateless
public class PublishedIncidents {

    private static final String PUBLISHED = "select i from Incident i where i.published is not null";

    private static final String LATEST_FIRST = " order by i.began desc, i.id desc";

    private static final String SPANS = """
            select p.impact, p.from_at, p.until_at
            from incident_server p join incident i on i.id = p.incident_id
            where i.published_at is not null and p.server_id = ? and p.from_at < ? and (p.until_at is null or p.until_at > ?)
            order by p.from_at, p.id
            """;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** Those that are open, latest first. */
    public List<Incident> unresolved() {
        return whole(em.createQuery(PUBLISHED + " and i.resolved is null" + LATEST_FIRST, Incident.class))
                .getResultList();
    }

    /** All, latest first by when they began. */
    public Page<Incident> latest(int first, int most) {
        long total = em.createQuery("select count(i) from Incident i where i.published is not null", Long.class)
                .getSingleResult();
        List<Incident> rows = most == 0
                ? List.of()
                : whole(em.createQuery(PUBLISHED + LATEST_FIRST, Incident.class))
                        .setFirstResult(first)
                        .setMaxResults(most)
                        .getResultList();
        return new Page<>(rows, (int) total);
    }

    public Optional<Incident> find(long id) {
        return Optional.ofNullable(em.find(Incident.class, id)).filter(incident -> !incident.isDraft());
    }

    /** Those that began in that time, latest first. */
    public List<Incident> beganIn(Instant from, Instant until) {
        return whole(em.createQuery(
                        PUBLISHED + " and i.began >= :from and i.began < :until" + LATEST_FIRST, Incident.class))
                .setParameter("from", from.atOffset(ZoneOffset.UTC))
                .setParameter("until", until.atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    /** Those that concern or concerned that server, latest first. */
    public List<Incident> of(String serverCode, int most) {
        return whole(em.createQuery(
                        PUBLISHED
                                + " and exists (select p.id from ImpactPeriod p where p.incident = i and p.server.code = :code)"
                                + LATEST_FIRST,
                        Incident.class))
                .setParameter("code", serverCode)
                .setMaxResults(most)
                .getResultList();
    }

    /** When the earliest of all began; empty while there is none. */
    public Optional<Instant> earliest() {
        return em.createQuery("select min(i.began) from Incident i where i.published is not null", OffsetDateTime.class)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    /** The incident that a post belongs to, if it does. */
    public Optional<Incident> ofPost(long postId) {
        return em.createQuery("select u.incident from IncidentUpdate u where u.post.id = :post", Incident.class)
                .setParameter("post", postId)
                .getResultStream()
                .findFirst()
                .filter(incident -> !incident.isDraft());
    }

    /** The impacts that were declared of a server in that time, earliest first; those of several incidents can overlap. They are not cut at its ends. */
    public List<ImpactSpan> impactSpans(long serverId, Instant from, Instant to) {
        return Rows.query(
                dataSource,
                SPANS,
                row -> new ImpactSpan(
                        Impact.valueOf(row.getString("impact")),
                        Rows.instant(row, "from_at"),
                        Rows.instant(row, "until_at")),
                serverId,
                Rows.time(to),
                Rows.time(from));
    }

    /** What the checks that visitors see saw of its servers in its time, earliest first. */
    public List<Outage> evidence(Incident incident) {
        return Evidence.of(dataSource, incident, true);
    }

    /** With what a page shows of each, in a few statements for all. */
    static TypedQuery<Incident> whole(TypedQuery<Incident> query) {
        return whole(query, "i");
    }

    /** @param name of the incident in the query */
    static TypedQuery<Incident> whole(TypedQuery<Incident> query, String name) {
        return query.setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", name + ".periods")
                .setHint("eclipselink.batch", name + ".updates")
                .setHint("eclipselink.batch", name + ".updates.post");
    }
}
