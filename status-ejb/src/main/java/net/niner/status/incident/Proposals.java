package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.history.Outage;
import net.niner.status.history.OutageConfirmed;
import net.niner.status.history.OutageEnded;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/**
 * Drafts incidents when outages are confirmed, as the server's rule says, in the transaction that judges. A server has one open incident at
 * most that is proposed: further outages of it belong to that one, as they do to one that a person has opened. During maintenance nothing is proposed.
 */
@Stateless
public class Proposals {

    /** Of a title: what the checks can know. */
    static final String WORDS = "Does not answer";

    private static final String FALLBACK = "{server} has not answered our checks since {began} UTC.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final String CHECK =
            "select server_id, is_public, counts_for_ping from probe_check where id = ? and not paused";

    private static final String LASTING = """
            select count(*) from outage o join probe_check c on c.id = o.check_id
            where c.server_id = ? and o.ended_at is null and not c.paused and c.id <> ?
            """;

    private static final String OPEN_OF =
            " where resolved_at is null and id in (select incident_id from incident_server where server_id = ?)";

    private static final String ANSWERS_AGAIN =
            "update incident set answers_since = cast(? as timestamp with time zone), publish_at = null" + OPEN_OF;

    private static final String FAILS_AGAIN = "update incident set answers_since = null" + OPEN_OF;

    private static final String DUE_AGAIN = "update incident set publish_at = cast(? as timestamp with time zone)"
            + OPEN_OF + " and published_at is null and publish_at is null and origin_check_id is not null";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Clock clock;

    /** Of a check, what matters here. */
    private record Source(long server, boolean isPublic, boolean counts) {

        /** What it can say of its server: a check that only the back office sees says nothing to visitors. */
        Optional<Impact> impact() {
            return counts
                    ? Optional.of(Impact.MAJOR_OUTAGE)
                    : isPublic ? Optional.of(Impact.DEGRADED) : Optional.empty();
        }

        static Source of(ResultSet row) throws SQLException {
            return new Source(row.getLong("server_id"), row.getBoolean("is_public"), row.getBoolean("counts_for_ping"));
        }
    }

    public void confirmed(@Observes OutageConfirmed event) {
        Outage outage = event.outage();
        source(outage).ifPresent(source -> {
            if (Rows.update(dataSource, FAILS_AGAIN, source.server()) > 0) {
                rule(source.server())
                        .filter(rule -> rule.kind() == ProposalKind.PUBLISH)
                        .ifPresent(rule -> Rows.update(
                                dataSource, DUE_AGAIN, Rows.time(outage.began().plus(rule.after())), source.server()));
            } else if (!event.flapping()) {
                source.impact().ifPresent(impact -> propose(source.server(), impact, outage));
            }
        });
    }

    /** The version stays: it tells people that the incident says something else than they have seen, and it does not. */
    public void ended(@Observes OutageEnded event) {
        Outage outage = event.outage();
        source(outage)
                .filter(source -> !others(source.server(), outage))
                .ifPresent(source -> Rows.update(
                        dataSource, ANSWERS_AGAIN, Rows.time(Times.seconds(outage.ended())), source.server()));
    }

    private void propose(long serverId, Impact impact, Outage outage) {
        Optional<ProposalRule> rule = rule(serverId).filter(each -> each.kind() != ProposalKind.ALERT_ONLY);
        if (rule.isEmpty() || windows.isQuiet(serverId, outage.confirmed())) {
            return;
        }
        Server server = em.find(Server.class, serverId);
        Incident incident = new Incident(
                outage.began(), outage.confirmed(), Map.of(server, impact), WORDS, text(server, outage.began()));
        incident.cameFrom(outage.checkId(), outage.began());
        if (rule.get().kind() == ProposalKind.PUBLISH) {
            incident.publishAt(outage.began().plus(rule.get().after()));
        }
        incident.changed(Actor.site().name(), clock.instant());
        em.persist(incident);
    }

    private String text(Server server, Instant began) {
        String template = em.createQuery(
                        "select t.text from UpdateTemplate t where t.proposes = true order by t.id", String.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(FALLBACK);
        String time = TIME.format(began.atOffset(ZoneOffset.UTC));
        return UpdateTemplate.fill(
                template,
                Map.of("server", server.code(), "servers", server.code(), "began", time, "time", time, "minutes", "0"));
    }

    private Optional<ProposalRule> rule(long serverId) {
        return Optional.ofNullable(em.find(ProposalRule.class, serverId));
    }

    private Optional<Source> source(Outage outage) {
        return Rows.query(dataSource, CHECK, Source::of, outage.checkId()).stream()
                .findFirst();
    }

    private boolean others(long serverId, Outage outage) {
        return Rows.query(dataSource, LASTING, row -> row.getInt(1), serverId, outage.checkId())
                        .get(0)
                > 0;
    }
}
