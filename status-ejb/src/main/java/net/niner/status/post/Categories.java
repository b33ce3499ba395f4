package net.niner.status.post;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Permission;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.platform.Rows;
import net.niner.status.post.InvalidCategory.Fault;

/** The shelves for posts, and what people change about them. */
@Stateless
public class Categories {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Categories self;

    @Inject
    private Audit audit;

    /** As everybody may see it. */
    public CategoryTree tree() {
        return CategoryTree.of(all());
    }

    /** How many posts are in each, in any state, by its id; those below it not counted. */
    @Allowed(Permission.READ)
    public Map<Long, Integer> used() {
        Map<Long, Integer> used = new HashMap<>();
        Rows.query(
                dataSource,
                "select category_id, count(*) from post_category group by category_id",
                row -> used.put(row.getLong(1), row.getInt(2)));
        return used;
    }

    /**
     * @param parent slug of the one above, null for none
     * @throws InvalidCategory if it cannot be
     */
    @Allowed(Permission.POSTS)
    public Category add(String name, String parent) {
        lock();
        Category above = above(parent);
        String given = name(name, parent, null);
        Category category = new Category(freeSlug(given), given, above);
        em.persist(category);
        em.flush();
        audit.record("category.add", given, Map.of(), words(category));
        return category;
    }

    /**
     * One on which a feature puts what it publishes, made when it is needed first. No permission is asked. It stays even if what is published
     * then does not: of two who need it at once, neither waits for the other's whole work, or fails.
     */
    public Category shelf(String slug, String name) {
        return find(slug).orElseGet(() -> {
            try {
                self.putUp(slug, name);
            } catch (EJBException e) {
                // without a category there was no row to lock, and somebody else was faster
                return find(slug).orElseThrow(() -> e);
            }
            return find(slug).orElseThrow();
        });
    }

    /** In a transaction of its own; nothing happens if it is there. Called by {@link #shelf} only. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void putUp(String slug, String name) {
        lock();
        if (find(slug).isEmpty()) {
            Category category = new Category(slug, name, null);
            em.persist(category);
            em.flush();
            audit.record("category.add", name, Map.of(), words(category));
        }
    }

    /**
     * Gives it another name and another place; its address stays.
     *
     * @param version as the person saw it
     * @param parent slug of the one above, null for none
     * @throws InvalidCategory if it cannot be
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    @Allowed(Permission.POSTS)
    public void change(String slug, int version, String name, String parent) {
        lock();
        Category category = required(slug, "slug");
        if (category.version() != version) {
            throw new ChangedMeanwhile(category.name(), null, null);
        }
        Map<String, String> before = words(category);
        Category above = above(parent);
        String given = name(name, parent, slug);
        try {
            category.moveBelow(above);
        } catch (IllegalArgumentException e) {
            throw new InvalidCategory("parent", Fault.BELOW_ITSELF);
        }
        category.rename(given);
        try {
            em.flush();
        } catch (OptimisticLockException e) {
            throw new ChangedMeanwhile(given, null, null);
        }
        audit.record("category.change", given, before, words(category));
    }

    /**
     * For those that nothing is in.
     *
     * @throws InvalidCategory if posts are in it, or others below it
     */
    @Allowed(Permission.POSTS)
    public void remove(String slug) {
        lock();
        Category category = required(slug, "slug");
        if (all().stream().anyMatch(other -> other.parent().map(Category::slug).equals(Optional.of(slug)))) {
            throw new InvalidCategory("slug", Fault.HAS_CHILDREN);
        }
        if (used().containsKey(category.id())) {
            throw new InvalidCategory("slug", Fault.HAS_POSTS);
        }
        Map<String, String> before = words(category);
        em.remove(category);
        em.flush();
        audit.record("category.remove", category.name(), before, Map.of());
    }

    /** Two who move categories at once could put each below the other. */
    private void lock() {
        Rows.query(dataSource, "select id from category order by id for update", row -> row.getLong(1));
    }

    private List<Category> all() {
        return em.createQuery("select c from Category c", Category.class).getResultList();
    }

    private Category above(String parent) {
        return parent == null ? null : required(parent, "parent");
    }

    private Category required(String slug, String field) {
        return find(slug).orElseThrow(() -> new InvalidCategory(field, Fault.NO_SUCH_CATEGORY));
    }

    private Optional<Category> find(String slug) {
        return em.createQuery("select c from Category c where c.slug = :slug", Category.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    private String name(String name, String parent, String itself) {
        String given = name == null ? "" : name.strip();
        if (given.isEmpty()) {
            throw new InvalidCategory("name", Fault.NAME_MISSING);
        }
        if (given.length() > Category.NAME_LENGTH) {
            throw new InvalidCategory("name", Fault.NAME_LONG);
        }
        boolean taken = all().stream()
                .filter(other -> !other.slug().equals(itself))
                .filter(other ->
                        Objects.equals(other.parent().map(Category::slug).orElse(null), parent))
                .anyMatch(other -> other.name().equalsIgnoreCase(given));
        if (taken) {
            throw new InvalidCategory("name", Fault.NAME_TAKEN);
        }
        return given;
    }

    private String freeSlug(String name) {
        List<String> taken = all().stream().map(Category::slug).toList();
        String wanted = Slug.of(name);
        String slug = wanted;
        for (int i = 2; taken.contains(slug); i++) {
            String end = "-" + i;
            slug = wanted.substring(0, Math.min(wanted.length(), Category.NAME_LENGTH - end.length())) + end;
        }
        return slug;
    }

    private static Map<String, String> words(Category category) {
        return Map.of(
                "slug", category.slug(),
                "name", category.name(),
                "parent", category.parent().map(Category::slug).orElse(""));
    }
}
