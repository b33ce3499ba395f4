package net.niner.status.notice;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.niner.status.incident.IncidentPosts;
import net.niner.status.incident.PostMortemPosts;
import net.niner.status.maintenance.MaintenanceChanges;
import net.niner.status.post.Category;
import net.niner.status.post.Post;

/** What subscribers can choose to be told of: the posts of one shelf, and of those below it. The first that fits says what kind of notice a post becomes. */
public enum Topic {
    POST_MORTEMS(PostMortemPosts.CATEGORY, NoticeKind.POST_MORTEM),
    INCIDENTS(IncidentPosts.CATEGORY, NoticeKind.INCIDENT),
    MAINTENANCE(MaintenanceChanges.CATEGORY, NoticeKind.MAINTENANCE),
    BILLING("billing", NoticeKind.BILLING_POST);

    private final String shelf;
    private final NoticeKind kind;

    Topic(String shelf, NoticeKind kind) {
        this.shelf = shelf;
        this.kind = kind;
    }

    /** The slug of the shelf. */
    public String shelf() {
        return shelf;
    }

    public NoticeKind kind() {
        return kind;
    }

    /** Those that a post belongs to; none for news that nobody subscribes to. */
    static Set<Topic> of(Post post) {
        Set<String> shelves = new HashSet<>();
        for (Category category : post.categories()) {
            Optional<Category> above = Optional.of(category);
            while (above.isPresent() && shelves.add(above.get().slug())) {
                above = above.get().parent();
            }
        }
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (Topic topic : values()) {
            if (shelves.contains(topic.shelf)) {
                topics.add(topic);
            }
        }
        return topics;
    }
}
