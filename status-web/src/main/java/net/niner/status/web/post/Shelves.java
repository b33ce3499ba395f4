package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
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
 * second at most, and in any case after some seconds.
 */
@ApplicationScoped
public class Shelves {

    private static final Logger LOG = Logger.getLogger(Shelves.class.getName());
    private static final int RECENT = 5;
    private static final int TAGS = 40;
    private static final long ASK_AFTER = Duration.ofSeconds(1).toNanos();
    private static final long COUNT_AFTER = Duration.ofSeconds(10).toNanos();

    @EJB
    private PublishedPosts posts;

    @EJB
    private Categories categories;

    private final LongSupplier nanoTime = System::nanoTime;
    private Counted counted;
    private long asked;

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

    /** One at a time: whoever comes meanwhile takes what that one has counted. What was counted last serves while the database does not answer. */
    public synchronized Contents contents() {
        long now = nanoTime.getAsLong();
        if (counted != null && now - asked <= ASK_AFTER) {
            return counted.contents();
        }
        try {
            Optional<Instant> changedAt = posts.changedAt();
            if (counted == null
                    || now - counted.at() > COUNT_AFTER
                    || !counted.changedAt().equals(changedAt)) {
                counted = new Counted(count(), changedAt, now);
            }
            asked = now;
            return counted.contents();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "what stands beside the pages is as it was", e);
            return counted == null ? nothing() : counted.contents();
        }
    }

    private Contents count() {
        CategoryTree tree = categories.tree();
        return new Contents(posts.headings(RECENT), posts.months(), tree, posts.categoryCounts(tree), posts.tags(TAGS));
    }

    private static Contents nothing() {
        return new Contents(List.of(), List.of(), CategoryTree.of(List.of()), Map.of(), List.of());
    }
}
