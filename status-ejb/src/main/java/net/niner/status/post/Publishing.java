package net.niner.status.post;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.post.InvalidPost.Problem;
import net.niner.status.server.Server;

/** Writes and publishes, for the features whose news are posts; it asks for no permission: they do. */
@Stateless
public class Publishing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("/yyyy/MM/dd/");

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private PostVersions versions;

    @Inject
    private Event<PostPublished> published;

    @Inject
    private Clock clock;

    /** @throws InvalidPost if the draft cannot be used */
    public Post draft(PostDraft draft) {
        Post post = new Post("", draft.format(), "", who(), clock.instant());
        apply(post, draft);
        em.persist(post);
        keep(post);
        return post;
    }

    /**
     * Changes what it says; permalink and GUID stay.
     *
     * @throws InvalidPost if the draft cannot be used
     */
    public Post rewrite(long id, PostDraft draft) {
        Post post = required(id);
        apply(post, draft);
        keep(post);
        return post;
    }

    /** At once. What is published already stays as it is. */
    public Post publish(long id) {
        return publish(id, clock.instant());
    }

    /** @param at what the post says of when it was published, UTC; also its permalink's day */
    public Post publish(long id, Instant at) {
        Post post = required(id);
        if (post.state() != PostState.PUBLISHED) {
            post.publish(at, freePath(post, at), "urn:uuid:" + UUID.randomUUID());
            post.changed(who(), clock.instant());
            published.fire(new PostPublished(post.id()));
        }
        return post;
    }

    /** @throws NoSuchPost if there is none */
    public Post required(long id) {
        Post post = em.find(Post.class, id);
        if (post == null) {
            throw new NoSuchPost(id);
        }
        return post;
    }

    /** The row must be there before one can refer to it. */
    private void keep(Post post) {
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(post.title(), null, null);
        }
        versions.keep(post);
    }

    private void apply(Post post, PostDraft draft) {
        List<Problem> problems = new ArrayList<>();
        List<Server> servers = find(
                draft.servers(),
                "servers",
                Fault.NO_SUCH_SERVER,
                problems,
                "select s from Server s where s.code = :word",
                Server.class);
        servers.sort(Comparator.comparing(Server::position).thenComparing(Server::code));
        List<Category> categories = find(
                draft.categories(),
                "categories",
                Fault.NO_SUCH_CATEGORY,
                problems,
                "select c from Category c where c.slug = :word",
                Category.class);
        String title = Title.of(servers.stream().map(Server::code).toList(), draft.title());
        if (draft.title().isEmpty()) {
            problems.add(new Problem("title", Fault.TITLE_MISSING, ""));
        } else if (title.length() > Post.TITLE_LENGTH) {
            problems.add(new Problem("title", Fault.TITLE_LONG, ""));
        }
        if (draft.body().length() > Post.BODY_LENGTH) {
            problems.add(new Problem("body", Fault.BODY_LONG, ""));
        }
        draft.tags().stream()
                .filter(tag -> tag.length() > Tag.NAME_LENGTH)
                .forEach(tag -> problems.add(new Problem("tags", Fault.TAG_LONG, tag)));
        draft.tags().stream()
                .filter(tag -> !Tag.isWord(tag))
                .forEach(
                        tag -> problems.add(new Problem("tags", Fault.TAG_WORDLESS, tag.replaceAll("\\p{Cntrl}", ""))));
        if (!problems.isEmpty()) {
            throw new InvalidPost(problems);
        }
        post.write(title, draft.format(), draft.body(), who(), clock.instant());
        post.concern(
                servers,
                categories,
                draft.tags().stream().map(this::tag).distinct().toList());
    }

    private <T> List<T> find(
            Collection<String> words, String field, Fault fault, List<Problem> problems, String query, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (String word : words) {
            em.createQuery(query, type)
                    .setParameter("word", word)
                    .getResultStream()
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> problems.add(new Problem(field, fault, word)));
        }
        return found;
    }

    private Tag tag(String name) {
        String slug = Slug.of(name);
        TypedQuery<Tag> query = em.createQuery("select t from Tag t where t.slug = :slug", Tag.class)
                .setParameter("slug", slug);
        return query.getResultStream().findFirst().orElseGet(() -> {
            Tag made = new Tag(slug, name.strip());
            em.persist(made);
            return made;
        });
    }

    private String freePath(Post post, Instant at) {
        String wanted = DAY.format(at.atOffset(ZoneOffset.UTC)) + Slug.of(post.title());
        String path = wanted;
        for (int i = 2; taken(path); i++) {
            path = wanted + "-" + i;
        }
        return path;
    }

    private boolean taken(String path) {
        return em.createQuery("select count(p) from Post p where p.path = :path", Long.class)
                        .setParameter("path", path)
                        .getSingleResult()
                > 0;
    }

    private static String who() {
        return Caller.current().orElseGet(Actor::site).name();
    }
}
