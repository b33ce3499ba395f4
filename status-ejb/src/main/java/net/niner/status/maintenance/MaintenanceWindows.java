package net.niner.status.maintenance;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/** The windows as everybody may see them. */
@Stateless
public class MaintenanceWindows {

    private static final Set<MaintenanceState> ACTIVE =
            EnumSet.of(MaintenanceState.IN_PROGRESS, MaintenanceState.VERIFYING);
    private static final Set<MaintenanceState> OPEN =
            EnumSet.of(MaintenanceState.PLANNED, MaintenanceState.IN_PROGRESS, MaintenanceState.VERIFYING);
    private static final Set<MaintenanceState> OVER =
            EnumSet.of(MaintenanceState.COMPLETED, MaintenanceState.CANCELLED);

    private static final String SPANS = """
            select w.id, w.actual_from, w.actual_until
            from maintenance_window w join maintenance_window_server ws on ws.window_id = w.id
            where ws.server_id = ? and w.actual_from < ? and (w.actual_until is null or w.actual_until > ?)
            order by w.actual_from, w.id
            """;

    private static final String QUIET = """
            select count(*) from maintenance_window w join maintenance_window_server ws on ws.window_id = w.id
            where ws.server_id = ? and w.actual_from <= ? and (w.actual_until is null or w.actual_until > ?)
            """;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Those on which work goes on, first begun first; whoever is late to end stays. */
    public List<MaintenanceWindow> active() {
        return in(ACTIVE, "w.plannedFrom, w.id").getResultList();
    }

    /** Those that are planned, next first; also one that should have begun and did not. */
    public List<MaintenanceWindow> upcoming() {
        return in(EnumSet.of(MaintenanceState.PLANNED), "w.plannedFrom, w.id").getResultList();
    }

    /** Those that are over or were cancelled, latest first. */
    public Page<MaintenanceWindow> past(int first, int most) {
        return new Page<>(
                most == 0
                        ? List.of()
                        : in(OVER, "w.plannedFrom desc, w.id desc")
                                .setFirstResult(first)
                                .setMaxResults(most)
                                .getResultList(),
                em.createQuery("select count(w) from MaintenanceWindow w where w.state in :states", Long.class)
                        .setParameter("states", OVER)
                        .getSingleResult()
                        .intValue());
    }

    /** Those that took place, latest first. */
    public List<MaintenanceWindow> completed(int most) {
        return in(EnumSet.of(MaintenanceState.COMPLETED), "w.plannedFrom desc, w.id desc")
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<MaintenanceWindow> find(long id) {
        return Optional.ofNullable(em.find(MaintenanceWindow.class, id));
    }

    /** Those planned to begin within that time, and those that run: for calendars. */
    public List<MaintenanceWindow> between(Instant from, Instant until) {
        return hinted(em.createQuery("""
                        select w from MaintenanceWindow w
                        where w.plannedFrom < :until and (w.plannedUntil > :from or w.state in :active)
                        order by w.plannedFrom, w.id
                        """, MaintenanceWindow.class)
                        .setParameter("from", at(from))
                        .setParameter("until", at(until))
                        .setParameter("active", ACTIVE))
                .getResultList();
    }

    /** Those of a server, latest first. */
    public List<MaintenanceWindow> of(long serverId, int most) {
        return hinted(em.createQuery("""
                        select w from MaintenanceWindow w join w.servers s where s.id = :server
                        order by w.plannedFrom desc, w.id desc
                        """, MaintenanceWindow.class).setParameter("server", serverId))
                .setMaxResults(most)
                .getResultList();
    }

    /** When work on a server really went on, as far as it touches that time, oldest first. */
    public List<MaintenanceSpan> spans(long serverId, Instant from, Instant to) {
        return Rows.query(
                dataSource,
                SPANS,
                row -> new MaintenanceSpan(
                        row.getLong("id"), Rows.instant(row, "actual_from"), Rows.instant(row, "actual_until")),
                serverId,
                Rows.time(to),
                Rows.time(from));
    }

    /** Whether nobody need be alarmed about that server now: work on it goes on, or on one without which it cannot be reached. */
    public boolean isQuiet(long serverId, Instant now) {
        Server server = em.find(Server.class, serverId);
        for (int depth = 0; server != null && depth < 50; depth++) {
            boolean worked =
                    Rows.query(dataSource, QUIET, row -> row.getLong(1), server.id(), Rows.time(now), Rows.time(now))
                                    .get(0)
                            > 0;
            if (worked) {
                return true;
            }
            server = server.parent().orElse(null);
        }
        return false;
    }

    /** The same, for the server of a check. */
    public boolean isQuietCheck(long checkId, Instant now) {
        return Rows.query(dataSource, "select server_id from probe_check where id = ?", row -> row.getLong(1), checkId)
                .stream()
                .anyMatch(server -> isQuiet(server, now));
    }

    /**
     * Windows at the same time on the same servers, or on some that depend on each other.
     *
     * @param except the window that is planned, null for a new one
     */
    @Allowed(Permission.READ)
    public List<Overlap> overlaps(Collection<String> codes, Instant from, Instant until, Long except) {
        if (codes.isEmpty() || from == null || until == null || !from.isBefore(until)) {
            return List.of();
        }
        List<Server> servers = em.createQuery("select s from Server s where s.code in :codes", Server.class)
                .setParameter("codes", codes)
                .getResultList();
        List<MaintenanceWindow> others = in(OPEN, "w.plannedFrom, w.id").getResultList().stream()
                .filter(window -> !window.id().equals(except))
                .toList();
        return Overlap.of(servers, from, until, others, clock.instant());
    }

    private TypedQuery<MaintenanceWindow> in(Set<MaintenanceState> states, String order) {
        return hinted(em.createQuery(
                        "select w from MaintenanceWindow w where w.state in :states order by " + order,
                        MaintenanceWindow.class)
                .setParameter("states", states));
    }

    private static TypedQuery<MaintenanceWindow> hinted(TypedQuery<MaintenanceWindow> query) {
        return hinted(query, "w");
    }

    /**
     * Servers and posts of all in a few queries instead of some for each.
     *
     * @param name of the window in the query
     */
    static TypedQuery<MaintenanceWindow> hinted(TypedQuery<MaintenanceWindow> query, String name) {
        return query.setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", name + ".servers")
                .setHint("eclipselink.batch", name + ".updates")
                .setHint("eclipselink.batch", name + ".updates.post");
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
