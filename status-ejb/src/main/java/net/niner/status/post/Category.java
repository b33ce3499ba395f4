package net.niner.status.post;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;

/** A shelf for posts, in a tree: what is on a shelf is on those above it too. */
@Entity
@Table(name = "category")
public class Category {

    public static final int NAME_LENGTH = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "category_seq")
    @SequenceGenerator(name = "category_seq", sequenceName = "category_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, unique = true, length = NAME_LENGTH)
    private String slug;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private Category parent;

    @Version
    private int version;

    protected Category() {}

    /** @param slug as in its address, never changed */
    public Category(String slug, String name, Category parent) {
        this.slug = slug;
        this.name = name;
        this.parent = parent;
    }

    public void rename(String newName) {
        this.name = newName;
    }

    /** @throws IllegalArgumentException if it would stand below itself */
    public void moveBelow(Category newParent) {
        for (Category above = newParent; above != null; above = above.parent) {
            if (above.slug.equals(slug)) {
                throw new IllegalArgumentException(slug + " would stand below itself");
            }
        }
        this.parent = newParent;
    }

    public Long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public Optional<Category> parent() {
        return Optional.ofNullable(parent);
    }

    public int version() {
        return version;
    }
}
