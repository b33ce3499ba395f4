package net.niner.status.incident;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.history.Outage;
import net.niner.status.history.OutageConfirmed;
import net.niner.status.history.OutageEnded;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.maintenance.OutlivedWork;
import net.niner.status.maintenance.QuietEnded;
import net.niner.status.platform.Rows;
import net.niner.status.server.Server;

/**
 * Drafts incidents when outages are confirmed, as the server's rule says, in the transaction that judges.
 *
 * <ul>
 *   <li>An outage speaks for its server if visitors see its check or the check counts; all others change nothing here.
 *   <li>It belongs to whatever is published and open for that server, or else to a draft that came from an outage which lasts or ended a short
 *       while ago. Only where there is neither, a draft is proposed; one that nobody has touched and whose outage is long over makes room for it.
 *   <li>A draft that is published by itself has a time only as long as nobody has written in it, and an outage lasts: the end of the last one
 *       takes the time away, and so does {@link DueIncidents} where no end will be seen.
 *   <li>During maintenance nothing is proposed; what outlives it is, and has the rule's minutes from its end.
 *   <li>A flapping check proposes nothing, and sets no time.
 * </ul>
 */
@Stateless
public class Proposals {

    /** Of a title: what the checks can know. */
    static final String WORDS = "Does not answer";

    private static final String FALLBACK = "{server} has not answered our checks since {began} UTC.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Besides the rule's minutes: what fails again within it goes on, rather than begins. */
    private static final Duration SHORT_WHILE = Duration.ofMinutes(10);

    private static final String CHECK =
            "select server_id, is_public, counts_for_ping from probe_check where id = ? and not paused";

    private static final String CONCERNS =
            " and resolved_at is null and id in (select incident_id from incident_server where server_id = ? and until_at is null)";

    private static final String FAILS_AGAIN =
            "update incident set answers_since = null where published_at is not null" + CONCERNS;

    /** A draft without an origin is the beginning of something that a person has in mind. */
    private static final String WAITING = "select id, answers_since, changed_by from incident"
            + " where published_at is null and origin_began_at is not null" + CONCERNS + " order by id for update";

    private static final String TOLD_OR_WAITING =
            "select id from incident where (published_at is not null or origin_began_at is not null)" + CONCERNS
                    + " order by id for update";

    private static final String ANSWERS_AGAIN =
            "update incident set answers_since = cast(? as timestamp with time zone), publish_at = null where id = ?";

    private static final String JOINED = "update incident set answers_since = null where id = ?";

    private static final String DUE_AGAIN =
            "update incident set publish_at = cast(? as timestamp with time zone) where id = ? and publish_at is null";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private OutlivedWork outlived;

    @Inject
    private Event<Proposed> proposed;

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

    /**
     * An outage that matters now.
     *
     * @param counted from when on the rule's minutes count
     * @param exceptCheck whose outages do not show that a draft's outage lasted before
     */
    private record Case(
            Source source,
            Impact impact,
            Outage outage,
            boolean flapping,
            Instant counted,
            Instant at,
            long exceptCheck) {}

    /** A draft that came from an outage. */
    private record Waiting(long id, Instant answersSince, String changedBy) {

        /** What somebody wrote in is theirs. */
        boolean isUntouched() {
            return changedBy.equals(Actor.site().name());
        }

        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(row.getLong("id"), Rows.instant(row, "answers_since"), row.getString("changed_by"));
        }
    }

    public void confirmed(@Observes OutageConfirmed event) {
        Outage outage = event.outage();
        source(outage).ifPresent(source -> source.impact()
                .ifPresent(impact -> look(new Case(
                        source,
                        impact,
                        outage,
                        event.flapping(),
                        outage.began(),
                        outage.confirmed(),
                        outage.checkId()))));
    }

    /** The server had its time in which nobody minded; the rule's minutes begin now. */
    public void workEnded(@Observes QuietEnded event) {
        outlived.by(event).forEach(outage -> source(outage).ifPresent(source -> source.impact()
                .ifPresent(impact ->
                        look(new Case(source, impact, outage, false, event.at(), event.at(), Failing.NONE)))));
    }

    /** The version stays: it tells people that the incident says something else than they have seen, and it does not. */
    public void ended(@Observes OutageEnded event) {
        Outage outage = event.outage();
        source(outage).filter(source -> source.impact().isPresent()).ifPresent(source -> {
            for (long id : Rows.query(dataSource, TOLD_OR_WAITING, row -> row.getLong("id"), source.server())) {
                if (!Failing.lasts(dataSource, id, Rows.day(clock.instant()), outage.checkId())) {
                    Rows.update(dataSource, ANSWERS_AGAIN, Rows.time(Times.seconds(outage.ended())), id);
                }
            }
        });
    }

    private void look(Case now) {
        Optional<ProposalRule> rule = rule(now.source().server());
        boolean told = Rows.update(dataSource, FAILS_AGAIN, now.source().server()) > 0;
        boolean joined = false;
        List<Waiting> over = new ArrayList<>();
        for (Waiting draft :
                Rows.query(dataSource, WAITING, Waiting::of, now.source().server())) {
            if (goesOn(draft, now, rule)) {
                joined = true;
                Rows.update(dataSource, JOINED, draft.id());
                if (draft.isUntouched() && !told && !now.flapping()) {
                    raise(draft.id(), now);
                    rule.filter(each -> each.kind() == ProposalKind.PUBLISH)
                            .ifPresent(each -> Rows.update(
                                    dataSource,
                                    DUE_AGAIN,
                                    Rows.time(now.counted().plus(each.after())),
                                    draft.id()));
                }
            } else if (draft.isUntouched()) {
                over.add(draft);
            }
        }
        if (!told && !joined && !now.flapping() && !windows.isQuiet(now.source().server(), now.at())) {
            rule.filter(each -> each.kind() != ProposalKind.ALERT_ONLY).ifPresent(each -> {
                over.forEach(draft -> drop(draft.id()));
                propose(now, each);
            });
        }
    }

    private boolean goesOn(Waiting draft, Case now, Optional<ProposalRule> rule) {
        if (draft.answersSince() == null) {
            return Failing.lasts(dataSource, draft.id(), Rows.day(clock.instant()), now.exceptCheck());
        }
        Duration most = rule.map(ProposalRule::after).orElse(Duration.ZERO).plus(SHORT_WHILE);
        return !draft.answersSince().plus(most).isBefore(now.outage().began());
    }

    /** A check that counts says more of the server than one that does not, whichever was first. */
    private void raise(long id, Case now) {
        Incident draft = em.find(Incident.class, id);
        Server server = em.find(Server.class, now.source().server());
        if (draft.worst().compareTo(now.impact()) < 0) {
            Map<String, String> before = Incidents.words(draft);
            draft.redraft(draft.words(), draft.draftText().orElseThrow(), Map.of(server, now.impact()));
            draft.changed(Actor.site().name(), clock.instant());
            em.flush();
            proposed.fire(new Proposed("incident.propose", draft.title(), before, Incidents.words(draft)));
        }
    }

    private void drop(long id) {
        Incident draft = em.find(Incident.class, id);
        Map<String, String> before = Incidents.words(draft);
        em.remove(draft);
        em.flush();
        proposed.fire(new Proposed("incident.discard", draft.title(), before, Map.of()));
    }

    private void propose(Case now, ProposalRule rule) {
        Outage outage = now.outage();
        Server server = em.find(Server.class, now.source().server());
        Incident incident = new Incident(
                outage.began(), outage.confirmed(), Map.of(server, now.impact()), WORDS, text(server, outage.began()));
        incident.cameFrom(outage.checkId(), outage.began());
        if (rule.kind() == ProposalKind.PUBLISH) {
            incident.publishAt(now.counted().plus(rule.after()));
        }
        incident.changed(Actor.site().name(), clock.instant());
        em.persist(incident);
        // the next outage of the same transaction looks for it past the entity manager
        em.flush();
        proposed.fire(new Proposed("incident.propose", incident.title(), Map.of(), Incidents.words(incident)));
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
}
