package net.niner.status.post;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.post.InvalidPost.Problem;

/** What people do with posts, each change in the audit trail; and what the schedule publishes for them. */
@Stateless
public class Posts {

    /** Somebody looks at the page while the time passes: a time that was to come a moment ago is still one. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(Posts.class.getName());

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Publishing publishing;

    @Inject
    private PostVersions versions;

    @EJB
    private DuePost duePost;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** In any state, with what it concerns. */
    @Allowed(Permission.READ)
    public Optional<Post> look(long id) {
        return Optional.ofNullable(em.find(Post.class, id)).map(Posts::whole);
    }

    /** @throws InvalidPost if the draft cannot be used */
    @Allowed(Permission.POSTS)
    public Post draft(PostDraft draft) {
        Post post = publishing.draft(draft);
        audit.record("post.draft", post.title(), Map.of(), words(post));
        return whole(post);
    }

    /**
     * What leaves everything as it was is no change, and nobody's.
     *
     * @param version as the person saw it
     * @throws InvalidPost if the draft cannot be used
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.POSTS)
    public Post change(long id, int version, PostDraft draft) {
        return rewrite("post.change", seen(id, version), draft);
    }

    /**
     * It says again what it said then; what it says now stays among its versions. Categories that are gone stay gone.
     *
     * @param number of the version to bring back
     */
    @Allowed(Permission.POSTS)
    public Post restore(long id, int version, int number) {
        Post post = seen(id, version);
        PostVersion old = versions.find(id, number).orElseThrow(() -> new NoSuchPost(id));
        List<String> shelves =
                em.createQuery("select c.slug from Category c", String.class).getResultList();
        return rewrite(
                "post.restore",
                post,
                new PostDraft(
                        Title.words(old.servers(), old.title()),
                        old.format(),
                        old.body(),
                        new LinkedHashSet<>(old.servers()),
                        old.categories().stream()
                                .filter(shelves::contains)
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        new LinkedHashSet<>(old.tags())));
    }

    /**
     * At once: a draft, a scheduled post before its time, or a withdrawn one, which comes back where it was.
     *
     * @param version as the person saw it
     * @throws InvalidPost if it has no text
     */
    @Allowed(Permission.POSTS)
    public Post publish(long id, int version) {
        Post post = seen(id, version);
        refuseUnlessWritten(post);
        if (post.state() == PostState.PUBLISHED) {
            return whole(post);
        }
        Map<String, String> before = words(post);
        publishing.publish(id);
        return saved("post.publish", post, before);
    }

    /**
     * Publishes it then; for what was never published.
     *
     * @param at UTC, to come
     */
    @Allowed(Permission.POSTS)
    public Post schedule(long id, int version, Instant at) {
        Post post = seen(id, version);
        refuseUnlessWritten(post);
        refuseUnless(post.path().isEmpty());
        if (at.isBefore(clock.instant().minus(LEEWAY))) {
            throw new InvalidPost(List.of(new Problem("at", Fault.TIME_PAST, at.toString())));
        }
        Map<String, String> before = words(post);
        post.schedule(at);
        return saved("post.schedule", post, before);
    }

    /** It waits for no time any more, and is a draft again. */
    @Allowed(Permission.POSTS)
    public Post unschedule(long id, int version) {
        Post post = seen(id, version);
        refuseUnless(post.state() == PostState.SCHEDULED);
        Map<String, String> before = words(post);
        post.unschedule();
        return saved("post.unschedule", post, before);
    }

    /**
     * Its address answers from now on that it is gone.
     *
     * @param reason for the back office, may be empty
     */
    @Allowed(Permission.POSTS)
    public Post withdraw(long id, int version, String reason) {
        Post post = seen(id, version);
        refuseUnless(post.state() == PostState.PUBLISHED);
        String given = reason == null ? "" : reason.strip();
        if (given.length() > Post.REASON_LENGTH) {
            throw new InvalidPost(List.of(new Problem("reason", Fault.REASON_LONG, "")));
        }
        Map<String, String> before = words(post);
        post.withdraw(given.isEmpty() ? null : given);
        return saved("post.withdraw", post, before);
    }

    /**
     * Publishes what is scheduled until then, each by itself: one that cannot be published keeps no other back, and is tried again the next time.
     *
     * @return how many were published
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int publishDue(Instant now) {
        int published = 0;
        for (long id : due(now)) {
            try {
                published += duePost.publish(id, now) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "Post " + id + " was to be published by now, and could not be");
            }
        }
        return published;
    }

    /** When the next scheduled post is to be published, UTC. */
    public Optional<Instant> nextDue() {
        return Rows.query(
                        dataSource,
                        "select min(published_at) as next from post where state = 'SCHEDULED'",
                        row -> Optional.ofNullable(Rows.instant(row, "next")))
                .get(0);
    }

    private List<Long> due(Instant now) {
        return Rows.query(
                dataSource,
                "select id from post where state = 'SCHEDULED' and published_at <= ? order by published_at, id",
                row -> row.getLong(1),
                Rows.time(now));
    }

    private Post rewrite(String action, Post post, PostDraft draft) {
        if (draft.equals(PostDraft.of(post))) {
            return whole(post);
        }
        Map<String, String> before = words(post);
        publishing.rewrite(post.id(), draft);
        return saved(action, post, before);
    }

    private Post saved(String action, Post post, Map<String, String> before) {
        post.changed(Caller.required().name(), clock.instant());
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(post.title(), null, null);
        }
        audit.record(action, post.title(), before, words(post));
        return whole(post);
    }

    private Post seen(long id, int version) {
        Post post = publishing.required(id);
        if (post.version() != version) {
            throw new ChangedMeanwhile(post.title(), post.changedBy(), post.changedAt());
        }
        return post;
    }

    private static void refuseUnlessWritten(Post post) {
        if (post.body().isBlank()) {
            throw new InvalidPost(List.of(new Problem("body", Fault.BODY_MISSING, "")));
        }
    }

    private static void refuseUnless(boolean possible) {
        if (!possible) {
            throw new InvalidPost(List.of(new Problem("state", Fault.STATE, "")));
        }
    }

    /** Whoever shows it comes after the transaction: what it concerns is read here. */
    private static Post whole(Post post) {
        post.servers();
        post.categories();
        post.tags();
        return post;
    }

    /** For the trail; the versions have the text. */
    static Map<String, String> words(Post post) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", post.title());
        words.put("format", post.format().name());
        words.put(
                "text",
                post.body().length() + " characters, "
                        + Integer.toHexString(post.body().hashCode()));
        words.put("state", post.state().name());
        words.put("published-at", post.publishedAt().map(Instant::toString).orElse(""));
        words.put("path", post.path().orElse(""));
        words.put("reason", post.withdrawnReason().orElse(""));
        PostDraft said = PostDraft.of(post);
        words.put("servers", String.join(", ", said.servers()));
        words.put("categories", String.join(", ", said.categories()));
        words.put("tags", String.join(", ", said.tags()));
        return words;
    }
}
