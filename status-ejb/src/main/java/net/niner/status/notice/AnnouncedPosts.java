package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import net.niner.status.post.Post;
import net.niner.status.post.PostPublished;

/**
 * Writes down, in the transaction that publishes a post, that subscribers are to be told. Updates of incidents, news of maintenance and post-mortems are
 * posts, so this is the only place, and a post is announced once. What was published long ago, as an import is, is no news; nor is a post about
 * servers that serve no client.
 */
@Stateless
public class AnnouncedPosts {

    private static final String INSERT = """
            insert into announcement (post_id, stage, revision, announced_at, reached, told)
            select id, '', 0, cast(? as timestamp with time zone), 0, 0 from post
            where id = ? and not exists (select 1 from announcement a where a.post_id = post.id)
            """;

    /** It was withdrawn before anybody was told, and came back. */
    private static final String ANEW = """
            update announcement set announced_at = ?, reached = 0, done_at = null
            where post_id = ? and told = 0 and done_at is not null
            """;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    public void published(@Observes PostPublished event) {
        Post post = em.find(Post.class, event.postId());
        Instant now = clock.instant();
        if (isNews(post, now)) {
            Rows.update(dataSource, INSERT, Rows.time(now), post.id());
            Rows.update(dataSource, ANEW, Rows.time(now), post.id());
        }
    }

    private static boolean isNews(Post post, Instant now) {
        Set<Topic> topics = Topic.of(post);
        return !topics.isEmpty()
                && concernsClients(post)
                && post.publishedAt()
                        .filter(at -> at.plus(kind(topics).goodFor()).isAfter(now))
                        .isPresent();
    }

    static NoticeKind kind(Set<Topic> topics) {
        return topics.stream().sorted().findFirst().orElseThrow().kind();
    }

    private static boolean concernsClients(Post post) {
        return post.servers().isEmpty()
                || !AnnouncementText.codes(post.servers()).isEmpty();
    }
}
