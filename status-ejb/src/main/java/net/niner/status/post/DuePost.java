package net.niner.status.post;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.niner.status.account.Audit;

/** Publishes one post whose time has come, in a transaction of its own. */
@Stateless
public class DuePost {

    /** What is not later than this was published at its time; of what is, the post says when it really was. */
    private static final Duration ON_TIME = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Publishing publishing;

    @Inject
    private Audit audit;

    /** @return false where it is not, or no longer, due */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean publish(long id, Instant now) {
        Post post = em.find(Post.class, id);
        if (post == null
                || post.state() != PostState.SCHEDULED
                || post.publishedAt().orElseThrow().isAfter(now)) {
            return false;
        }
        Map<String, String> before = Posts.words(post);
        Instant planned = post.publishedAt().orElseThrow();
        publishing.publish(id, planned.plus(ON_TIME).isBefore(now) ? now : planned);
        em.flush();
        audit.record("post.publish", post.title(), before, Posts.words(post));
        return true;
    }
}
