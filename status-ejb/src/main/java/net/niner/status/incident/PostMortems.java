package net.niner.status.incident;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.incident.InvalidPostMortem.Fault;
import net.niner.status.incident.InvalidPostMortem.Problem;
import net.niner.status.incident.PostMortemDraft.LessonDraft;
import net.niner.status.platform.ChangedMeanwhile;

/** Writes post-mortems, and publishes them. */
@Stateless
public class PostMortems {

    private static final String INTEGRITY_VIOLATION = "23";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @EJB
    private PostMortemPosts posts;

    @EJB
    private PublishedIncidents incidents;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    /** All of them, latest first. */
    @Allowed(Permission.READ)
    public List<PostMortem> all() {
        return em.createQuery("select p from PostMortem p order by p.createdAt desc, p.id desc", PostMortem.class)
                .getResultList();
    }

    @Allowed(Permission.READ)
    public Optional<PostMortem> look(long id) {
        return Optional.ofNullable(em.find(PostMortem.class, id));
    }

    /** The one of that incident. */
    @Allowed(Permission.READ)
    public Optional<PostMortem> ofIncident(long incidentId) {
        return em.createQuery("select p from PostMortem p where p.incidentId = :incident", PostMortem.class)
                .setParameter("incident", incidentId)
                .getResultStream()
                .findFirst();
    }

    /** The follow-ups of one, in the order of its lessons. */
    @Allowed(Permission.READ)
    public List<FollowUp> followUps(long id) {
        return posts.of(id);
    }

    /** How many follow-ups each has, by its id; those without any are not named. */
    @Allowed(Permission.READ)
    public Map<Long, Long> promised() {
        return em.createQuery(
                        "select m.id, count(f) from FollowUp f join f.lesson l join l.postMortem m group by m.id",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /**
     * Latest made first.
     *
     * @param before only those made before that one
     */
    @Allowed(Permission.READ)
    public List<PostMortem> before(long before, int most) {
        return em.createQuery("select p from PostMortem p where p.id < :before order by p.id desc", PostMortem.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** What to begin with: a title, and the timeline from what was said and what the checks saw. Nothing where there is no such incident. */
    @Allowed(Permission.READ)
    public Optional<PostMortemDraft> drafted(long incidentId) {
        PostMortemWords words = posts.words();
        return incidents
                .find(incidentId)
                .map(incident -> new PostMortemDraft(
                        cut(words.of("title", incident.words())),
                        "",
                        "",
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        DraftedTimeline.of(incident, incidents.evidence(incident), words),
                        List.of()));
    }

    /**
     * What it will look like, without saving anything.
     *
     * @param id null for one that was never saved
     */
    @Allowed(Permission.READ)
    public PostMortemPosts.Preview preview(Long id, long incidentId, PostMortemDraft draft) {
        return posts.preview(id, incidentId, draft);
    }

    /**
     * Begins the one of an incident, as a draft.
     *
     * @throws ChangedMeanwhile if somebody began it already
     * @throws NoSuchIncident if visitors know of none
     * @throws InvalidPostMortem if it cannot be kept so
     */
    @Allowed(Permission.INCIDENTS)
    public PostMortem begin(long incidentId, PostMortemDraft draft) {
        PostMortem made = make(incidentId, draft, PostMortemRules.problems(draft));
        audit.record("post-mortem.begin", made.title(), Map.of(), words(made));
        return made;
    }

    /**
     * Begins the one of an incident and publishes it as a post; both, or neither.
     *
     * @throws ChangedMeanwhile if somebody began it already
     * @throws NoSuchIncident if visitors know of none
     * @throws InvalidPostMortem if it cannot be published so
     */
    @Allowed(Permission.INCIDENTS)
    public PostMortem beginPublished(long incidentId, PostMortemDraft draft) {
        PostMortem made = make(incidentId, draft, PostMortemRules.problemsOfPublishing(draft));
        posts.put(made);
        flush(made);
        audit.record("post-mortem.publish", made.title(), Map.of(), words(made));
        return made;
    }

    private PostMortem make(long incidentId, PostMortemDraft draft, List<Problem> problems) {
        ofIncident(incidentId).ifPresent(known -> {
            throw new ChangedMeanwhile(known.title(), known.changedBy(), known.changedAt());
        });
        if (incidents.find(incidentId).isEmpty()) {
            throw new NoSuchIncident(incidentId);
        }
        InvalidPostMortem.refuse(problems);
        PostMortem made = new PostMortem(incidentId, draft, Caller.required().name(), clock.instant());
        try {
            em.persist(made);
            em.flush();
        } catch (PersistenceException e) {
            // the table takes one for an incident: another came in between
            throw isTaken(e) ? new ChangedMeanwhile(made.title(), null, null) : e;
        }
        promise(made, draft);
        return made;
    }

    private static boolean isTaken(PersistenceException refused) {
        return Stream.<Throwable>iterate(refused, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(INTEGRITY_VIOLATION));
    }

    /**
     * Says all of it anew, and adds the follow-ups that its lessons promise. What is published says so at once.
     *
     * @param seen the version that was read
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidPostMortem if it cannot be kept so; in what is published nothing may be missing
     */
    @Allowed(Permission.INCIDENTS)
    public PostMortem change(long id, int seen, PostMortemDraft draft) {
        PostMortem postMortem = required(id, seen);
        Map<String, String> before = words(postMortem);
        write(postMortem, draft, postMortem.state() == PostMortemState.PUBLISHED);
        posts.refresh(postMortem);
        flush(postMortem);
        audit.record("post-mortem.change", postMortem.title(), before, words(postMortem));
        return postMortem;
    }

    /**
     * Changes it, and publishes it as a post.
     *
     * @param seen the version that was read
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidPostMortem if it cannot be published so
     */
    @Allowed(Permission.INCIDENTS)
    public PostMortem publish(long id, int seen, PostMortemDraft draft) {
        PostMortem postMortem = required(id, seen);
        Map<String, String> before = words(postMortem);
        write(postMortem, draft, true);
        posts.publish(postMortem);
        flush(postMortem);
        audit.record("post-mortem.publish", postMortem.title(), before, words(postMortem));
        return postMortem;
    }

    private void write(PostMortem postMortem, PostMortemDraft draft, boolean toPublish) {
        List<Problem> problems =
                toPublish ? PostMortemRules.problemsOfPublishing(draft) : PostMortemRules.problems(draft);
        Set<Long> staying = draft.lessons().stream().map(LessonDraft::id).collect(Collectors.toSet());
        posts.of(postMortem.id()).stream()
                .map(followUp -> followUp.lesson().orElseThrow())
                .filter(lesson -> !staying.contains(lesson.id()))
                .map(Lesson::place)
                .distinct()
                .forEach(place -> problems.add(new Problem("lessons", place, Fault.LESSON_HAS_FOLLOW_UPS)));
        InvalidPostMortem.refuse(problems);
        postMortem.write(draft, Caller.required().name(), clock.instant());
        flush(postMortem);
        promise(postMortem, draft);
    }

    private void promise(PostMortem postMortem, PostMortemDraft draft) {
        List<Lesson> lessons = postMortem.lessons();
        for (int i = 0; i < lessons.size(); i++) {
            for (FollowUpDraft promise : draft.lessons().get(i).promises()) {
                em.persist(
                        new FollowUp(lessons.get(i), promise, Caller.required().name(), clock.instant()));
            }
        }
        em.flush();
    }

    private PostMortem required(long id, int seen) {
        PostMortem postMortem = look(id).orElseThrow(() -> new NoSuchPostMortem(id));
        if (postMortem.version() != seen) {
            throw new ChangedMeanwhile(postMortem.title(), postMortem.changedBy(), postMortem.changedAt());
        }
        return postMortem;
    }

    private void flush(PostMortem postMortem) {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(postMortem.title(), null, null);
        }
    }

    private static String cut(String title) {
        return title.substring(0, Math.min(title.length(), PostMortem.TITLE_LENGTH));
    }

    /** As somebody would have written it. */
    public static PostMortemDraft draftOf(PostMortem postMortem) {
        return new PostMortemDraft(
                postMortem.title(),
                postMortem.summary(),
                postMortem.noticed(),
                postMortem.causes(),
                postMortem.trigger(),
                postMortem.detected(),
                postMortem.fixed(),
                postMortem.wentWell(),
                postMortem.wentBadly(),
                postMortem.timeline(),
                postMortem.lessons().stream()
                        .map(lesson -> new LessonDraft(lesson.id(), lesson.text(), List.of()))
                        .toList());
    }

    private Map<String, String> words(PostMortem postMortem) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", postMortem.title());
        words.put("state", postMortem.state().name());
        words.put("summary", postMortem.summary());
        words.put("noticed", postMortem.noticed());
        words.put("causes", String.join("; ", postMortem.causes()));
        words.put("trigger", postMortem.trigger());
        words.put("detected", postMortem.detected());
        words.put("fixed", postMortem.fixed());
        words.put("went-well", postMortem.wentWell());
        words.put("went-badly", postMortem.wentBadly());
        words.put(
                "timeline",
                postMortem.timeline().stream().map(TimelineRow::toString).collect(Collectors.joining("; ")));
        words.put("lessons", postMortem.lessons().stream().map(Lesson::text).collect(Collectors.joining("; ")));
        words.put(
                "follow-ups",
                posts.of(postMortem.id()).stream().map(FollowUp::text).collect(Collectors.joining("; ")));
        return words;
    }
}
