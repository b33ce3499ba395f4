package net.niner.status.incident;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.incident.InvalidFollowUp.Fault;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.probe.Check;

/** Keeps the promises: makes, changes and moves them. The post of a published post-mortem follows. */
@Stateless
public class FollowUps {

    private static final String NONE = "none";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @EJB
    private PostMortemPosts posts;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    /** All of them: those that are due first come first, those without a goal date last. */
    @Allowed(Permission.READ)
    public List<FollowUp> all() {
        return em.createQuery("select f from FollowUp f order by f.due nulls last, f.id", FollowUp.class)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "f.lesson")
                .setHint("eclipselink.batch", "f.lesson.postMortem")
                .setHint("eclipselink.batch", "f.lesson.postMortem.post")
                .getResultList();
    }

    @Allowed(Permission.READ)
    public Optional<FollowUp> look(long id) {
        return Optional.ofNullable(em.find(FollowUp.class, id));
    }

    /**
     * Those that wait and whose day has passed, or comes until then; earliest first.
     *
     * @param last UTC
     */
    @Allowed(Permission.READ)
    public List<FollowUp> dueUntil(LocalDate last) {
        return em.createQuery("""
                        select f from FollowUp f where f.due <= :last and f.state in
                            (net.niner.status.incident.FollowUpState.OPEN, net.niner.status.incident.FollowUpState.IN_PROGRESS)
                        order by f.due, f.id
                        """, FollowUp.class).setParameter("last", last).getResultList();
    }

    /** Today, UTC: what was due before is overdue. */
    public LocalDate today() {
        return Rows.day(clock.instant());
    }

    /**
     * Promises something that follows from no post-mortem.
     *
     * @throws InvalidFollowUp if it cannot be promised so
     */
    @Allowed(Permission.INCIDENTS)
    public FollowUp add(FollowUpDraft draft) {
        FollowUp made = new FollowUp(null, draft, Caller.required().name(), clock.instant());
        em.persist(made);
        em.flush();
        audit.record("follow-up.add", made.text(), Map.of(), words(made));
        return made;
    }

    /**
     * @param seen the version that was read
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidFollowUp if it cannot be promised so
     */
    @Allowed(Permission.INCIDENTS)
    public FollowUp change(long id, int seen, FollowUpDraft draft) {
        return act("follow-up.change", required(id, seen), it -> it.promise(draft));
    }

    /**
     * To any state but dropped.
     *
     * @param seen the version that was read
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidFollowUp if it cannot be in that state
     */
    @Allowed(Permission.INCIDENTS)
    public FollowUp move(long id, int seen, FollowUpState state) {
        return act("follow-up.move", required(id, seen), it -> it.moveTo(state, clock.instant()));
    }

    /**
     * @param seen the version that was read
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidFollowUp without a reason
     */
    @Allowed(Permission.INCIDENTS)
    public FollowUp drop(long id, int seen, String reason) {
        return act("follow-up.drop", required(id, seen), it -> it.drop(reason, clock.instant()));
    }

    /**
     * Keeps what proves it.
     *
     * @param seen the version that was read
     * @param link of http or https, null for none
     * @param checkId null for none
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidFollowUp if the link is none, or there is no such check
     */
    @Allowed(Permission.INCIDENTS)
    public FollowUp prove(long id, int seen, String link, Long checkId) {
        FollowUp followUp = required(id, seen);
        if (checkId != null && em.find(Check.class, checkId) == null) {
            throw new InvalidFollowUp("check", Fault.NO_SUCH_CHECK);
        }
        return act("follow-up.prove", followUp, it -> it.prove(link, checkId));
    }

    private FollowUp act(String action, FollowUp followUp, Consumer<FollowUp> change) {
        Map<String, String> before = words(followUp);
        change.accept(followUp);
        Map<String, String> after = words(followUp);
        if (after.equals(before)) {
            return followUp;
        }
        followUp.changed(Caller.required().name(), clock.instant());
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(followUp.text(), null, null);
        }
        followUp.lesson().map(Lesson::postMortem).ifPresent(posts::refresh);
        em.flush();
        audit.record(action, followUp.text(), before, after);
        return followUp;
    }

    private FollowUp required(long id, int seen) {
        FollowUp followUp = look(id).orElseThrow(() -> new NoSuchFollowUp(id));
        if (followUp.version() != seen) {
            throw new ChangedMeanwhile(followUp.text(), followUp.changedBy(), followUp.changedAt());
        }
        return followUp;
    }

    private static Map<String, String> words(FollowUp followUp) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("text", followUp.text());
        words.put("owner", followUp.owner());
        words.put("state", followUp.state().name());
        words.put("due", followUp.due().map(Object::toString).orElse(NONE));
        words.put("reason", followUp.reason().orElse(NONE));
        words.put("link", followUp.link().orElse(NONE));
        words.put("check", followUp.checkId().map(Object::toString).orElse(NONE));
        words.put("public", String.valueOf(followUp.isPublic()));
        return words;
    }
}
