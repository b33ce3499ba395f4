package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.post.Categories;
import net.niner.status.post.CategoryTree;
import net.niner.status.post.PublishedPosts;
import net.niner.status.post.PublishedPosts.Heading;
import net.niner.status.post.PublishedPosts.MonthCount;
import net.niner.status.post.PublishedPosts.TagCount;

/**
 * What stands beside every page: recent posts, and what there is by month, category and tag. Counted again when posts have changed, which is asked once a
 * second at most, and in any case after half a minute.
 */
@ApplicationScoped
public class Shelves {

    private static final Logger LOG = Logger.getLogger(Shelves.class.getName());
    private static final int RECENT = 5;
    private static final int TAGS = 40;
    private static final long ASK_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long COUNT_AFTER = Duration.ofSeconds(30).toNanos();

    @EJB
    private PublishedPosts posts;

    @EJB
    private Categories categories;

    private final ReentrantLock counting = new ReentrantLock();
    private volatile Counted counted;
    private volatile long asked;

    /**
     * As they stood when they were counted.
     *
     * @param counts by the category's id
     */
    public record Contents(
            List<Heading> recent,
            List<MonthCount> months,
            CategoryTree tree,
            Map<Long, Integer> counts,
            List<TagCount> tags) {}

    private record Counted(Contents contents, Optional<Instant> changedAt, long at) {}

    /** One counts at a time: whoever comes meanwhile takes what was counted last, which also serves while the database does not answer. */
    public Contents contents() {
        Counted known = counted;
        if (known != null && (System.nanoTime() - asked <= ASK_AFTER || !counting.tryLock())) {
            return known.contents();
        }
        if (known == null) {
            counting.lock();
        }
        try {
            return look().contents();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "what stands beside the pages is as it was", e);
            return known == null ? nothing() : known.contents();
        } finally {
            counting.unlock();
        }
    }

    private Counted look() {
        Optional<Instant> changedAt = posts.changedAt();
        long now = System.nanoTime();
        Counted known = counted;
        if (known == null
                || now - known.at() > COUNT_AFTER
                || !known.changedAt().equals(changedAt)) {
            known = new Counted(count(), changedAt, now);
            counted = known;
        }
        asked = now;
        return known;
    }

    private Contents count() {
        CategoryTree tree = categories.tree();
        return new Contents(posts.headings(RECENT), posts.months(), tree, posts.categoryCounts(tree), posts.tags(TAGS));
    }

    private static Contents nothing() {
        return new Contents(List.of(), List.of(), CategoryTree.of(List.of()), Map.of(), List.of());
    }
}
