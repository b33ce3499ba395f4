package net.niner.status.post;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/**
 * The posts that visitors read, latest first. Which ones a page shows is asked of the index alone; their texts are read for those few, and what
 * they concern with one query each for servers, categories and tags.
 */
@Stateless
public class PublishedPosts {

    /** A post by its title, where its text is not needed. */
    public record Heading(long id, String path, String title, Instant publishedAt) {}

    /** @param month UTC */
    public record MonthCount(YearMonth month, int posts) {}

    /** A tag, and how many published posts bear it. */
    public record TagCount(String slug, String name, int posts) {}

    private static final String PUBLISHED = " from post p where p.state = 'PUBLISHED'";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    public Page<Post> latest(int first, int most) {
        return page("", first, most);
    }

    /** Those on that shelf, and on the shelves below it: see {@link CategoryTree.Node#below}. */
    public Page<Post> inCategories(List<Long> categories, int first, int most) {
        return categories.isEmpty()
                ? new Page<>(List.of(), 0)
                : page(
                        " and p.id in (select x.post_id from post_category x where x.category_id in ("
                                + marks(categories.size()) + "))",
                        first,
                        most,
                        categories.toArray());
    }

    /** @param slug of the tag */
    public Page<Post> tagged(String slug, int first, int most) {
        return page(
                " and p.id in (select x.post_id from post_tag x join tag t on t.id = x.tag_id where t.slug = ?)",
                first,
                most,
                slug);
    }

    public Page<Post> about(String serverCode, int first, int most) {
        return page(
                " and p.id in (select x.post_id from post_server x join server s on s.id = x.server_id where s.code = ?)",
                first,
                most,
                serverCode);
    }

    /** @param until exclusive; days are UTC */
    public Page<Post> between(LocalDate from, LocalDate until, int first, int most) {
        return page(
                " and p.published_at >= ? and p.published_at < ?",
                first,
                most,
                from.atStartOfDay().atOffset(ZoneOffset.UTC),
                until.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    /** Titles only, for a list beside the page. */
    public List<Heading> headings(int most) {
        return Rows.query(
                dataSource,
                "select p.id, p.path, p.title, p.published_at" + PUBLISHED + latestFirst() + " fetch first ? rows only",
                row -> new Heading(
                        row.getLong(1), row.getString(2), row.getString(3), Rows.instant(row, "published_at")),
                most);
    }

    /** Latest first; months without posts are left out. */
    public List<MonthCount> months() {
        return Rows.query(
                dataSource, """
                select extract(year from p.published_at at time zone 'UTC') as y,
                    extract(month from p.published_at at time zone 'UTC') as m, count(*)
                from post p where p.state = 'PUBLISHED'
                group by extract(year from p.published_at at time zone 'UTC'), extract(month from p.published_at at time zone 'UTC')
                order by y desc, m desc
                """, row -> new MonthCount(YearMonth.of(row.getInt(1), row.getInt(2)), row.getInt(3)));
    }

    /** How many published posts are on each shelf or below it, by the category's id; 0 where none is. */
    public Map<Long, Integer> categoryCounts(CategoryTree tree) {
        Map<Long, Integer> direct = new HashMap<>();
        Rows.query(
                dataSource,
                "select x.category_id, count(*) from post_category x join post p on p.id = x.post_id"
                        + " where p.state = 'PUBLISHED' group by x.category_id",
                row -> direct.put(row.getLong(1), row.getInt(2)));
        Map<Long, Integer> counts = new HashMap<>();
        for (CategoryTree.Node node : tree.nodes()) {
            counts.put(
                    node.id(),
                    node.below().size() == 1
                            ? direct.getOrDefault(node.id(), 0)
                            : inCategories(node.below(), 0, 0).total());
        }
        return counts;
    }

    /** Those that published posts bear, the most used first. */
    public List<TagCount> tags(int most) {
        return Rows.query(
                dataSource, """
                select t.slug, t.name, count(*) as posts from tag t join post_tag x on x.tag_id = t.id join post p on p.id = x.post_id
                where p.state = 'PUBLISHED' group by t.slug, t.name order by posts desc, t.name, t.slug fetch first ? rows only
                """, row -> new TagCount(row.getString(1), row.getString(2), row.getInt(3)), most);
    }

    /** @param slug as in its address */
    public Optional<Tag> tag(String slug) {
        return em.createQuery("select t from Tag t where t.slug = :slug", Tag.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
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
        return Rows.query(
                        dataSource,
                        "select max(p.changed_at) as latest from post p where p.state in ('PUBLISHED', 'WITHDRAWN')",
                        row -> Optional.ofNullable(Rows.instant(row, "latest")))
                .get(0);
    }

    private Optional<Post> one(String query, Object key) {
        return em.createQuery(query, Post.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private Page<Post> page(String which, int first, int most, Object... values) {
        int total = Rows.query(dataSource, "select count(*)" + PUBLISHED + which, row -> row.getInt(1), values)
                .get(0);
        if (most == 0 || first >= total) {
            return new Page<>(List.of(), total);
        }
        List<Object> bound = new ArrayList<>(Arrays.asList(values));
        bound.add(first);
        bound.add(most);
        List<Long> ids = Rows.query(
                dataSource,
                "select p.id, p.state, p.published_at" + PUBLISHED + which + latestFirst()
                        + " offset ? rows fetch next ? rows only",
                row -> row.getLong(1),
                bound.toArray());
        return new Page<>(read(ids), total);
    }

    /** The state comes first since the index has it first: rows come in its order, and none is sorted. */
    private static String latestFirst() {
        return " order by p.state desc, p.published_at desc, p.id desc";
    }

    private List<Post> read(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Post> posts = em
                .createQuery("select p from Post p where p.id in :ids", Post.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "p.servers")
                .setHint("eclipselink.batch", "p.categories")
                .setHint("eclipselink.batch", "p.tags")
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Post::id, Function.identity()));
        // whoever shows them comes after the transaction: what they concern is read here, for all at once
        posts.values().forEach(post -> post.servers().size());
        posts.values().forEach(post -> post.categories().size());
        posts.values().forEach(post -> post.tags().size());
        return ids.stream().map(posts::get).filter(post -> post != null).toList();
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
