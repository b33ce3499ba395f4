package net.niner.status.incident;

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
import java.util.Objects;

/** What an incident taught. Promises made because of it are its {@link FollowUp follow-ups}. */
@Entity
@Table(name = "lesson")
public class Lesson {

    public static final int TEXT_LENGTH = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lesson_seq")
    @SequenceGenerator(name = "lesson_seq", sequenceName = "lesson_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "post_mortem_id", nullable = false)
    private PostMortem postMortem;

    @Column(nullable = false)
    private int place;

    @Column(name = "wording", nullable = false, length = TEXT_LENGTH)
    private String text;

    @Version
    private int version;

    protected Lesson() {}

    Lesson(PostMortem postMortem, String text) {
        this.postMortem = Objects.requireNonNull(postMortem);
        this.text = text;
    }

    void put(int newPlace, String newText) {
        this.place = newPlace;
        this.text = newText;
    }

    public Long id() {
        return id;
    }

    public PostMortem postMortem() {
        return postMortem;
    }

    /** Counted from 0. */
    public int place() {
        return place;
    }

    public String text() {
        return text;
    }
}
