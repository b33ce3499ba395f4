package net.niner.status.incident;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @EJB
    private PostMortemPosts posts;

    @EJB
    private IncidentChronicle chronicle;

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

    /** What to begin with: a title, and the timeline from what was said and what the checks saw. Nothing where there is no such incident. */
    @Allowed(Permission.READ)
    public Optional<PostMortemDraft> drafted(long incidentId) {
        PostMortemWords words = posts.words();
        return chronicle
                .facts(incidentId)
                .map(facts -> new PostMortemDraft(
                        cut(words.of("title", facts.title())),
                        "",
                        "",
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        chronicle.timeline(facts, words),
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
     * Begins the one of an incident, as a draft; where there is one already, it is left as it is and given.
     *
     * @throws NoSuchIncident if visitors know of none
     * @throws InvalidPostMortem if it cannot be kept so
     */
    @Allowed(Permission.INCIDENTS)
    public PostMortem begin(long incidentId, PostMortemDraft draft) {
        Optional<PostMortem> known = ofIncident(incidentId);
        if (known.isPresent()) {
            return known.get();
        }
        if (chronicle.facts(incidentId).isEmpty()) {
            throw new NoSuchIncident(incidentId);
        }
        InvalidPostMortem.refuse(PostMortemRules.problems(draft));
        PostMortem made = new PostMortem(incidentId, draft, Caller.required().name(), clock.instant());
        em.persist(made);
        em.flush();
        promise(made, draft);
        audit.record("post-mortem.begin", made.title(), Map.of(), words(made));
        return made;
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
