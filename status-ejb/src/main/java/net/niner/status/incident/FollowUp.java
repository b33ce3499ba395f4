package net.niner.status.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.niner.status.incident.InvalidFollowUp.Fault;

/** A promise: somebody will see to something, by a day or for good. What proves that it was kept is kept with it. */
@Entity
@Table(name = "follow_up")
public class FollowUp {

    public static final int TEXT_LENGTH = 500;
    public static final int OWNER_LENGTH = 100;
    public static final int REASON_LENGTH = 500;
    public static final int LINK_LENGTH = 500;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "follow_up_seq")
    @SequenceGenerator(name = "follow_up_seq", sequenceName = "follow_up_seq", allocationSize = 50)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "lesson_id")
    private Lesson lesson;

    @Column(name = "promise", nullable = false, length = TEXT_LENGTH)
    private String text;

    @Column(nullable = false, length = OWNER_LENGTH)
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private FollowUpState state;

    @Column(name = "due_on")
    private LocalDate due;

    @Column(length = REASON_LENGTH)
    private String reason;

    @Column(length = LINK_LENGTH)
    private String link;

    @Column(name = "check_id")
    private Long checkId;

    @Column(name = "is_public", nullable = false)
    private boolean isPublic;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "moved_at", nullable = false)
    private OffsetDateTime movedAt;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changedAt;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    protected FollowUp() {}

    /**
     * @param lesson that it follows from, null for none
     * @throws InvalidFollowUp if it cannot be promised so
     */
    public FollowUp(Lesson lesson, FollowUpDraft draft, String by, Instant at) {
        this.lesson = lesson;
        this.state = FollowUpState.OPEN;
        this.createdAt = at.atOffset(ZoneOffset.UTC);
        this.movedAt = createdAt;
        promise(draft);
        changed(by, at);
    }

    /** @throws InvalidFollowUp if it cannot be promised so; what is ongoing has no goal date */
    public final void promise(FollowUpDraft draft) {
        InvalidFollowUp.refuse(FollowUpRules.problems(draft, state));
        text = draft.text();
        owner = draft.owner();
        due = draft.due();
        isPublic = draft.isPublic();
    }

    /**
     * To any state but {@code DROPPED}, which takes a reason: see {@link #drop}.
     *
     * @throws InvalidFollowUp if it would be ongoing and has a goal date
     */
    public void moveTo(FollowUpState next, Instant at) {
        if (next == FollowUpState.DROPPED) {
            throw new InvalidFollowUp("reason", Fault.REASON_MISSING);
        }
        if (next == FollowUpState.ONGOING && due != null) {
            throw new InvalidFollowUp("due", Fault.ONGOING_HAS_NO_DATE);
        }
        if (next != state) {
            state = next;
            reason = null;
            movedAt = at.atOffset(ZoneOffset.UTC);
        }
    }

    /** @throws InvalidFollowUp without a reason */
    public void drop(String why, Instant at) {
        String said = why == null ? "" : why.strip();
        if (said.isEmpty()) {
            throw new InvalidFollowUp("reason", Fault.REASON_MISSING);
        }
        if (said.length() > REASON_LENGTH) {
            throw new InvalidFollowUp("reason", Fault.TOO_LONG);
        }
        state = FollowUpState.DROPPED;
        reason = said;
        movedAt = at.atOffset(ZoneOffset.UTC);
    }

    /**
     * Keeps what proves it.
     *
     * @param address of http or https, empty or null for none
     * @param check the number of one whose outcome proves it, null for none
     * @throws InvalidFollowUp if the address is none
     */
    public void prove(String address, Long check) {
        String given = address == null ? "" : address.strip();
        if (!FollowUpRules.isLink(given)) {
            throw new InvalidFollowUp("link", Fault.LINK);
        }
        link = given.isEmpty() ? null : given;
        checkId = check;
    }

    public final void changed(String by, Instant at) {
        changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        changedAt = at.atOffset(ZoneOffset.UTC);
    }

    /** @param today UTC */
    public boolean isOverdue(LocalDate today) {
        return state.isDueSomeDay() && due != null && due.isBefore(today);
    }

    /** @param today UTC */
    public Standing standing(LocalDate today) {
        return isOverdue(today) ? Standing.OVERDUE : Standing.valueOf(state.name());
    }

    public Long id() {
        return id;
    }

    /** What it follows from. */
    public Optional<Lesson> lesson() {
        return Optional.ofNullable(lesson);
    }

    public String text() {
        return text;
    }

    public String owner() {
        return owner;
    }

    public FollowUpState state() {
        return state;
    }

    /** Nothing for no goal date. */
    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    /** Why it was dropped. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /** The number of the check that proves it. */
    public Optional<Long> checkId() {
        return Optional.ofNullable(checkId);
    }

    public boolean isPublic() {
        return isPublic;
    }

    /** UTC. */
    public Instant createdAt() {
        return createdAt.toInstant();
    }

    /** When it came into its state; UTC. */
    public Instant movedAt() {
        return movedAt.toInstant();
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
