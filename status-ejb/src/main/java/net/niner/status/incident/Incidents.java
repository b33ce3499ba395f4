package net.niner.status.incident;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.history.Outage;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.incident.InvalidIncident.Problem;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;

/**
 * What people do with incidents, each deed in the audit trail and in one transaction with the post that tells of it. A version that is asked
 * for is the one that the person saw: two who write at once notice each other.
 */
@Stateless
public class Incidents {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Servers servers;

    @Inject
    private IncidentPosts posts;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * @param publish at once, or a draft that waits
     * @param origin the outage that it comes from, null for none
     * @return its number
     * @throws InvalidIncident if the draft cannot be used
     */
    @Allowed(Permission.INCIDENTS)
    public long open(IncidentDraft draft, boolean publish, Outage origin) {
        Instant now = Times.seconds(clock.instant());
        Times times = new Times(draft.began() == null ? now : draft.began(), now, null);
        List<Problem> problems = problems(draft);
        problems.addAll(times.problems(now));
        Map<Server, Impact> impacts = servers(draft.impacts(), problems);
        InvalidIncident.refuse(problems);
        Incident incident = new Incident(times.began(), times.noticed(), impacts, draft.title(), draft.text());
        refuseLongTitle(incident);
        if (origin != null) {
            incident.cameFrom(origin.checkId(), origin.began());
        }
        incident.changed(who(), now);
        em.persist(incident);
        if (publish) {
            posts.publish(incident, now);
        }
        em.flush();
        audit.record(publish ? "incident.open" : "incident.draft", incident.title(), Map.of(), words(incident));
        return incident.id();
    }

    /**
     * Says a draft anew, and publishes it if asked. One that somebody wrote does not publish itself: whoever wrote it decides.
     *
     * @param version as the person saw it
     * @throws InvalidIncident if the draft cannot be used, or the incident is none
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.INCIDENTS)
    public void redraft(long id, int version, IncidentDraft draft, boolean publish) {
        Instant now = Times.seconds(clock.instant());
        Incident incident = required(id, version);
        Map<String, String> before = words(incident);
        List<Problem> problems = problems(draft);
        Instant began = draft.began() == null ? incident.began() : draft.began();
        Times times = new Times(began, began.isAfter(incident.noticed()) ? began : incident.noticed(), null);
        problems.addAll(times.problems(now));
        Map<Server, Impact> impacts = servers(draft.impacts(), problems);
        InvalidIncident.refuse(problems);
        incident.correct(times, now);
        incident.redraft(draft.title(), draft.text(), impacts);
        incident.publishAt(null);
        refuseLongTitle(incident);
        incident.changed(who(), now);
        if (publish) {
            posts.publish(incident, now);
        }
        em.flush();
        audit.record(publish ? "incident.publish" : "incident.draft", incident.title(), before, words(incident));
    }

    /**
     * Throws a draft away; an outage that goes on does not bring it back.
     *
     * @throws InvalidIncident if it is published
     */
    @Allowed(Permission.INCIDENTS)
    public void discard(long id, int version) {
        Incident incident = required(id, version);
        if (!incident.isDraft()) {
            throw new InvalidIncident("state", Fault.STATE);
        }
        Map<String, String> before = words(incident);
        em.remove(incident);
        em.flush();
        audit.record("incident.discard", incident.title(), before, Map.of());
    }

    /**
     * Publishes the next update. One that leads to {@link IncidentState#RESOLVED} resolves the incident now.
     *
     * @return the number of the update
     * @throws InvalidIncident if it cannot be used, or the incident is a draft or resolved
     * @throws ChangedMeanwhile if somebody else changed the incident since
     */
    @Allowed(Permission.INCIDENTS)
    public int update(long id, int version, UpdateDraft draft) {
        return tell(id, version, draft, false);
    }

    /** The same as an update that leads to {@link IncidentState#RESOLVED}. */
    @Allowed(Permission.INCIDENTS)
    public int resolve(long id, int version, String text) {
        return tell(id, version, new UpdateDraft(text, IncidentState.RESOLVED, Map.of()), false);
    }

    /**
     * Opens a resolved incident again, with an update that says why.
     *
     * @return the number of the update
     */
    @Allowed(Permission.INCIDENTS)
    public int reopen(long id, int version, UpdateDraft draft) {
        return tell(id, version, draft, true);
    }

    private int tell(long id, int version, UpdateDraft draft, boolean again) {
        Instant now = Times.seconds(clock.instant());
        Incident incident = required(id, version);
        Map<String, String> before = words(incident);
        List<Problem> problems = new ArrayList<>();
        text(draft.text(), problems);
        boolean over = draft.state() == IncidentState.RESOLVED;
        Map<Server, Impact> impacts = over ? Map.of() : servers(draft.impacts(), problems);
        InvalidIncident.refuse(problems);
        if (incident.isDraft() || incident.isResolved() != again || draft.state() == null) {
            throw new InvalidIncident("state", Fault.STATE);
        }
        incident.changed(who(), now);
        IncidentUpdate update = posts.update(incident, draft.text(), draft.state(), impacts, now);
        em.flush();
        Map<String, String> after = words(incident);
        after.put("update", String.valueOf(update.number()));
        audit.record(
                again ? "incident.reopen" : over ? "incident.resolve" : "incident.update",
                incident.title(),
                before,
                after);
        return update.number();
    }

    /**
     * Puts the times right; the impacts follow.
     *
     * @throws InvalidIncident if they are in no order, lie in the future, or do not fit the state
     */
    @Allowed(Permission.INCIDENTS)
    public void correct(long id, int version, Times times) {
        Instant now = clock.instant();
        Incident incident = required(id, version);
        Map<String, String> before = words(incident);
        incident.correct(times, now);
        incident.changed(who(), now);
        em.flush();
        audit.record("incident.correct", incident.title(), before, words(incident));
    }

    private Incident required(long id, int version) {
        // held until the end: who comes second sees what the first has done
        Incident incident = em.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (incident == null) {
            throw new NoSuchIncident(id);
        }
        if (incident.version() != version) {
            throw new ChangedMeanwhile(incident.title(), incident.changedBy(), incident.changed());
        }
        return incident;
    }

    private Map<Server, Impact> servers(Map<String, Impact> impacts, List<Problem> problems) {
        Map<Server, Impact> found = new LinkedHashMap<>();
        impacts.forEach((code, impact) -> servers.find(code)
                .ifPresentOrElse(
                        server -> found.put(server, Objects.requireNonNull(impact)),
                        () -> problems.add(new Problem("impacts", Fault.NO_SUCH_SERVER))));
        return found;
    }

    private static List<Problem> problems(IncidentDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (draft.title().isEmpty()) {
            problems.add(new Problem("title", Fault.TITLE_MISSING));
        }
        text(draft.text(), problems);
        if (draft.impacts().isEmpty()) {
            problems.add(new Problem("impacts", Fault.NO_SERVER));
        }
        return problems;
    }

    private static void text(String text, List<Problem> problems) {
        if (text.isEmpty()) {
            problems.add(new Problem("text", Fault.TEXT_MISSING));
        } else if (text.length() > Incident.TEXT_LENGTH) {
            problems.add(new Problem("text", Fault.TEXT_LONG));
        }
    }

    private static void refuseLongTitle(Incident incident) {
        if (incident.title().length() > Incident.TITLE_LENGTH) {
            throw new InvalidIncident("title", Fault.TITLE_LONG);
        }
    }

    private static String who() {
        return Caller.required().name();
    }

    static Map<String, String> words(Incident incident) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", incident.title());
        words.put("state", incident.state().name());
        words.put("published", String.valueOf(!incident.isDraft()));
        words.put("impacts", IncidentDraft.words(incident.impacts()));
        words.put("began", incident.began().toString());
        words.put("noticed", incident.noticed().toString());
        words.put("resolved", incident.resolved().map(Instant::toString).orElse(""));
        return words;
    }
}
