package net.niner.status.post;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.platform.Page;

/** The posts that visitors read, latest first. */
@Stateless
public class PublishedPosts {

    private static final String PUBLISHED = " p.state = net.niner.status.post.PostState.PUBLISHED";
    private static final String LATEST_FIRST = " order by p.publishedAt desc, p.id desc";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    public Page<Post> latest(int first, int most) {
        return page("from Post p where" + PUBLISHED, Map.of(), first, most);
    }

    /** Those on that shelf, and on the shelves below it. */
    public Page<Post> inCategories(List<Long> categories, int first, int most) {
        return page(
                "from Post p where" + PUBLISHED
                        + " and exists (select c.id from Category c where c member of p.categories and c.id in :categories)",
                Map.of("categories", categories),
                first,
                most);
    }

    public Page<Post> tagged(String slug, int first, int most) {
        return page(
                "from Post p join p.tags t where" + PUBLISHED + " and t.slug = :slug",
                Map.of("slug", slug),
                first,
                most);
    }

    public Page<Post> about(String serverCode, int first, int most) {
        return page(
                "from Post p join p.servers s where" + PUBLISHED + " and s.code = :code",
                Map.of("code", serverCode),
                first,
                most);
    }

    /** @param until exclusive; days are UTC */
    public Page<Post> between(LocalDate from, LocalDate until, int first, int most) {
        return page(
                "from Post p where" + PUBLISHED + " and p.publishedAt >= :from and p.publishedAt < :until",
                Map.of(
                        "from", from.atStartOfDay().atOffset(ZoneOffset.UTC),
                        "until", until.atStartOfDay().atOffset(ZoneOffset.UTC)),
                first,
                most);
    }

    /** Published or withdrawn: the caller asks for its state. */
    public Optional<Post> at(String path) {
        return one("select p from Post p where p.path = :key", path);
    }

    /** As {@link #at}. */
    public Optional<Post> importedAs(long number) {
        return one("select p from Post p where p.importedId = :key", number);
    }

    /** When something about published posts changed last, UTC; empty while there are none. */
    public Optional<Instant> changedAt() {
        return em.createQuery(
                        "select p.changedAt from Post p where p.path is not null order by p.changedAt desc",
                        OffsetDateTime.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    private Optional<Post> one(String query, Object key) {
        return em.createQuery(query, Post.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private Page<Post> page(String which, Map<String, Object> values, int first, int most) {
        TypedQuery<Post> posts = em.createQuery("select p " + which + LATEST_FIRST, Post.class);
        TypedQuery<Long> count = em.createQuery("select count(p) " + which, Long.class);
        values.forEach((name, value) -> {
            posts.setParameter(name, value);
            count.setParameter(name, value);
        });
        List<Post> rows = most == 0
                ? List.of()
                : posts.setFirstResult(first).setMaxResults(most).getResultList();
        return new Page<>(rows, count.getSingleResult().intValue());
    }
}
