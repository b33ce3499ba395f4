package net.niner.status.post;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;

/** All posts, whatever their state, for programs that read one page after another. */
@Stateless
public class PostListing {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    /**
     * Latest made first; null where anything will do.
     *
     * @param before only those made before that one
     */
    @Allowed(Permission.READ)
    public List<Post> before(long before, PostState state, String category, String tag, String server, int most) {
        StringBuilder query = new StringBuilder("select x from Post x where x.id < :before");
        if (state != null) {
            query.append(" and x.state = :state");
        }
        if (category != null) {
            query.append(
                    " and exists (select c.id from Category c where c member of x.categories and c.slug = :category)");
        }
        if (tag != null) {
            query.append(" and exists (select t.id from Tag t where t member of x.tags and t.slug = :tag)");
        }
        if (server != null) {
            query.append(" and exists (select s.id from Server s where s member of x.servers and s.code = :server)");
        }
        TypedQuery<Post> rows = em.createQuery(query + " order by x.id desc", Post.class)
                .setParameter("before", before)
                .setMaxResults(most);
        if (state != null) {
            rows.setParameter("state", state);
        }
        if (category != null) {
            rows.setParameter("category", category);
        }
        if (tag != null) {
            rows.setParameter("tag", tag);
        }
        if (server != null) {
            rows.setParameter("server", server);
        }
        return rows.setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "x.servers")
                .setHint("eclipselink.batch", "x.categories")
                .setHint("eclipselink.batch", "x.tags")
                .getResultList();
    }
}
