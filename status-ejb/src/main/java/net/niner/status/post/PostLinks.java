package net.niner.status.post;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Links to published posts, without reading the posts themselves. */
@Stateless
public class PostLinks {

    private static final String SELECT =
            "select new net.niner.status.post.PostLink(p.path, p.title, p.changedAt) from Post p"
                    + " where p.state = net.niner.status.post.PostState.PUBLISHED";

    /** The state comes first since the index has it first: rows come in its order, and none is sorted. */
    private static final String LATEST_FIRST = " order by p.state desc, p.publishedAt desc, p.id desc";

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    /** Latest first. */
    public List<PostLink> latest(int most) {
        return em.createQuery(SELECT + LATEST_FIRST, PostLink.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** The post that was published just before that one. */
    public Optional<PostLink> before(long id, Instant publishedAt) {
        return neighbour("<", "desc", id, publishedAt);
    }

    /** The post that was published just after that one. */
    public Optional<PostLink> after(long id, Instant publishedAt) {
        return neighbour(">", "asc", id, publishedAt);
    }

    /** Two queries, since the database walks along its index for each, and would not for both in one. */
    private Optional<PostLink> neighbour(String side, String order, long id, Instant at) {
        String next = " order by p.state %1$s, p.publishedAt %1$s, p.id %1$s".formatted(order);
        String sameMoment = SELECT + " and p.publishedAt = :at and p.id " + side + " :id" + next;
        String otherMoment = SELECT + " and p.publishedAt " + side + " :at" + next;
        return first(em.createQuery(sameMoment, PostLink.class).setParameter("id", id), at)
                .or(() -> first(em.createQuery(otherMoment, PostLink.class), at));
    }

    private static Optional<PostLink> first(TypedQuery<PostLink> query, Instant at) {
        return query.setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
