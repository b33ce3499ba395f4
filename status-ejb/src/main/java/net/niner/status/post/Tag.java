package net.niner.status.post;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A word that posts share. */
@Entity
@Table(name = "tag")
public class Tag {

    public static final int NAME_LENGTH = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tag_seq")
    @SequenceGenerator(name = "tag_seq", sequenceName = "tag_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, unique = true, length = NAME_LENGTH)
    private String slug;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    protected Tag() {}

    public Tag(String slug, String name) {
        this.slug = slug;
        this.name = name;
    }

    /** Whether it has a letter or a digit, and nothing that cannot be seen. */
    static boolean isWord(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.codePoints().noneMatch(Character::isISOControl);
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
}
