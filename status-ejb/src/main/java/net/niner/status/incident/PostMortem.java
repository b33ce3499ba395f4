package net.niner.status.incident;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.niner.status.post.Post;

/** What happened, why it could, and what was learned: one for an incident. It becomes a post when it is published. */
@Entity
@Table(name = "post_mortem")
public class PostMortem {

    /** In characters; leaves room for the codes of servers in the post's title. */
    public static final int TITLE_LENGTH = 150;

    /** Of each part, in characters. */
    public static final int PART_LENGTH = 20_000;

    public static final int CAUSE_LENGTH = 2_000;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "post_mortem_seq")
    @SequenceGenerator(name = "post_mortem_seq", sequenceName = "post_mortem_seq", allocationSize = 50)
    private Long id;

    @Column(name = "incident_id", nullable = false)
    private long incidentId;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false, length = PART_LENGTH)
    private String summary;

    @Column(nullable = false, length = PART_LENGTH)
    private String noticed;

    @Column(name = "set_off", nullable = false, length = PART_LENGTH)
    private String trigger;

    @Column(nullable = false, length = PART_LENGTH)
    private String detected;

    @Column(nullable = false, length = PART_LENGTH)
    private String fixed;

    @Column(name = "went_well", nullable = false, length = PART_LENGTH)
    private String wentWell;

    @Column(name = "went_badly", nullable = false, length = PART_LENGTH)
    private String wentBadly;

    @ElementCollection
    @CollectionTable(name = "post_mortem_cause", joinColumns = @JoinColumn(name = "post_mortem_id"))
    @Column(name = "wording")
    @OrderColumn(name = "place")
    private List<String> causes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "post_mortem_moment", joinColumns = @JoinColumn(name = "post_mortem_id"))
    @OrderColumn(name = "place")
    private List<TimelineRow> timeline = new ArrayList<>();

    @OneToMany(mappedBy = "postMortem", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("place")
    private List<Lesson> lessons = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PostMortemState state;

    @OneToOne
    @JoinColumn(name = "post_id")
    private Post post;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changedAt;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    protected PostMortem() {}

    /** A draft. */
    public PostMortem(long incidentId, PostMortemDraft draft, String by, Instant at) {
        this.incidentId = incidentId;
        this.state = PostMortemState.DRAFT;
        this.createdAt = at.atOffset(ZoneOffset.UTC);
        write(draft, by, at);
    }

    /** Says all of it anew. Lessons that are named by their number stay the same ones, with their follow-ups; others leave. */
    public final void write(PostMortemDraft draft, String by, Instant at) {
        title = draft.title();
        summary = draft.summary();
        noticed = draft.noticed();
        trigger = draft.trigger();
        detected = draft.detected();
        fixed = draft.fixed();
        wentWell = draft.wentWell();
        wentBadly = draft.wentBadly();
        if (!causes.equals(draft.causes())) {
            causes = new ArrayList<>(draft.causes());
        }
        if (!timeline.equals(draft.timeline())) {
            timeline = new ArrayList<>(draft.timeline());
        }
        learn(draft.lessons());
        changed(by, at);
    }

    private void learn(List<PostMortemDraft.LessonDraft> drafts) {
        Map<Long, Lesson> known = new HashMap<>();
        lessons.stream().filter(lesson -> lesson.id() != null).forEach(lesson -> known.put(lesson.id(), lesson));
        List<Lesson> kept = new ArrayList<>();
        for (PostMortemDraft.LessonDraft draft : drafts) {
            Lesson lesson = draft.id() == null ? null : known.get(draft.id());
            if (lesson == null) {
                lesson = new Lesson(this, draft.text());
                lessons.add(lesson);
            }
            lesson.put(kept.size(), draft.text());
            kept.add(lesson);
        }
        lessons.removeIf(lesson -> !kept.contains(lesson));
    }

    /** @param as what it is published as */
    public void publish(Post as) {
        this.post = Objects.requireNonNull(as);
        this.state = PostMortemState.PUBLISHED;
    }

    private void changed(String by, Instant at) {
        changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        changedAt = at.atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    public long incidentId() {
        return incidentId;
    }

    /** Without the codes of servers. */
    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    /** What clients noticed. */
    public String noticed() {
        return noticed;
    }

    /** What set it off. */
    public String trigger() {
        return trigger;
    }

    /** How it was noticed. */
    public String detected() {
        return detected;
    }

    public String fixed() {
        return fixed;
    }

    public String wentWell() {
        return wentWell;
    }

    public String wentBadly() {
        return wentBadly;
    }

    public List<String> causes() {
        return List.copyOf(causes);
    }

    /** In the order of the document. */
    public List<TimelineRow> timeline() {
        return List.copyOf(timeline);
    }

    public List<Lesson> lessons() {
        return lessons.stream().sorted(Comparator.comparingInt(Lesson::place)).toList();
    }

    public PostMortemState state() {
        return state;
    }

    /** What it is published as; nothing before. */
    public Optional<Post> post() {
        return Optional.ofNullable(post);
    }

    /** UTC. */
    public Instant createdAt() {
        return createdAt.toInstant();
    }

    /** UTC. */
    public Instant changedAt() {
        return changedAt.toInstant();
    }

    public String changedBy() {
        return changedBy;
    }

    /** Goes up with every change, so that two who change it at once notice each other. */
    public int version() {
        return version;
    }
}
