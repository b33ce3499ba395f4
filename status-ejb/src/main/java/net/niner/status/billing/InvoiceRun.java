package net.niner.status.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import net.niner.status.billing.InvalidRun.Fault;

/**
 * The invoices of a month, from the day on which they should go out until every client has theirs. A later run can take over what it covers; the
 * clients who have their invoice of this run then count as billed for it there, too.
 */
@Entity
@Table(name = "invoice_run")
public class InvoiceRun {

    /** In characters. */
    public static final int CAUSE_LENGTH = 1000;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_run_seq")
    @SequenceGenerator(name = "invoice_run_seq", sequenceName = "invoice_run_seq", allocationSize = 50)
    private Long id;

    @Column(name = "bill_day", nullable = false, unique = true)
    private LocalDate billDay;

    @Column(name = "covers_from", nullable = false)
    private LocalDate coversFrom;

    @Column(name = "covers_to", nullable = false)
    private LocalDate coversTo;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RunState state = RunState.PLANNED;

    @Column(name = "printed_on")
    private LocalDate printedOn;

    @Column(name = "promised_on")
    private LocalDate promisedOn;

    @Column(name = "promised_at")
    private OffsetDateTime promisedAt;

    @Column(name = "promise_revision", nullable = false)
    private int promiseRevision;

    @Column(length = CAUSE_LENGTH)
    private String cause;

    @Column(name = "incident_id")
    private Long incidentId;

    @Column(name = "superseded_by")
    private Long supersededBy;

    @Column(name = "completed_on")
    private LocalDate completedOn;

    @Column(name = "late_post_id")
    private Long latePostId;

    @Column(name = "sent_post_id")
    private Long sentPostId;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changedAt;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    protected InvoiceRun() {}

    /** A planned one. */
    public InvoiceRun(LocalDate billDay, Coverage coverage) {
        this.billDay = Objects.requireNonNull(billDay);
        cover(coverage);
    }

    private void cover(Coverage coverage) {
        this.coversFrom = coverage.from();
        this.coversTo = coverage.to();
    }

    /** A change of policy moved what it covers; for a run that is only planned. */
    public void replan(Coverage coverage) {
        demand(state == RunState.PLANNED);
        cover(coverage);
    }

    /** Its bill day has come. */
    public void fallDue() {
        demand(state == RunState.PLANNED);
        state = RunState.DUE;
    }

    /** Some of its invoices went out. */
    public void progress() {
        demand(state == RunState.DUE || state == RunState.PLANNED);
        state = RunState.IN_PROGRESS;
    }

    /** The days of grace are over. */
    public void becomeLate() {
        demand(state.isOpen());
        state = RunState.LATE;
    }

    /**
     * Every client that it covers has an invoice or a waiver.
     *
     * @param unbilled how many have neither
     * @throws InvalidRun if there are any
     */
    public void complete(LocalDate on, int unbilled) {
        demand(state.isOpen());
        if (unbilled > 0) {
            throw new InvalidRun("state", Fault.UNBILLED);
        }
        state = RunState.COMPLETED;
        completedOn = Objects.requireNonNull(on);
    }

    /** A later run, which is saved already, takes over what it covers, and what was said about why it is late, where that one says nothing. */
    public void supersede(InvoiceRun later) {
        demand(state.isOpen() && later.state != RunState.COMPLETED && later.billDay.isAfter(billDay));
        later.cover(later.coverage().with(coverage()));
        if (later.cause == null) {
            later.cause = cause;
            later.incidentId = incidentId;
        }
        if (later.promisedOn == null) {
            later.promisedOn = promisedOn;
            later.promisedAt = promisedAt;
        }
        // a promise that stays the same keeps its number, lest clients be told of it twice; one of the later run's own
        // gets a higher one
        later.promiseRevision += promiseRevision;
        if (later.latePostId == null) {
            later.latePostId = latePostId;
        }
        state = RunState.SUPERSEDED;
        supersededBy = Objects.requireNonNull(later.id);
    }

    /**
     * Says when its invoices will really come. Another day than before is another revision, of which clients are told again.
     *
     * @param on null where nobody can say any more
     */
    public void promise(LocalDate on, Instant now) {
        demand(!state.isOver());
        if (!Objects.equals(on, promisedOn)) {
            promisedOn = on;
            promisedAt = now.atOffset(ZoneOffset.UTC);
            promiseRevision++;
        }
    }

    /** @param on the date that its invoices bear, null for not known */
    public void print(LocalDate on) {
        demand(!state.isOver());
        printedOn = on;
    }

    /**
     * Says why it is late.
     *
     * @param words for clients and the public, null for none
     * @param incident the incident that is the cause, null for none
     */
    public void explain(String words, Long incident) {
        if (words != null && words.length() > CAUSE_LENGTH) {
            throw new InvalidRun("cause", Fault.TOO_LONG);
        }
        cause = words == null || words.isBlank() ? null : words.strip();
        incidentId = incident;
    }

    /** @param postId the post that tells the public of it */
    public void announceDelay(long postId) {
        latePostId = postId;
    }

    /** @param postId the post that tells the public that it was sent */
    public void announceSent(long postId) {
        demand(state == RunState.COMPLETED);
        sentPostId = postId;
    }

    public void changed(String by, Instant at) {
        this.changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        this.changedAt = at.atOffset(ZoneOffset.UTC);
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new InvalidRun("state", Fault.STATE);
        }
    }

    public Long id() {
        return id;
    }

    /** On which its invoices should go out; no two runs share it. */
    public LocalDate billDay() {
        return billDay;
    }

    public Coverage coverage() {
        return new Coverage(coversFrom, coversTo);
    }

    public RunState state() {
        return state;
    }

    /** The date that its invoices bear. */
    public Optional<LocalDate> printedOn() {
        return Optional.ofNullable(printedOn);
    }

    /** When its invoices will really come. */
    public Optional<LocalDate> promisedOn() {
        return Optional.ofNullable(promisedOn);
    }

    /** When that was said. */
    public Optional<Instant> promisedAt() {
        return Optional.ofNullable(promisedAt).map(OffsetDateTime::toInstant);
    }

    /** How often it was said anew. */
    public int promiseRevision() {
        return promiseRevision;
    }

    /** Why it is late, in words for clients and the public. */
    public Optional<String> cause() {
        return Optional.ofNullable(cause);
    }

    /** The incident that is the cause. */
    public Optional<Long> incidentId() {
        return Optional.ofNullable(incidentId);
    }

    /** The run that took over what it covers. */
    public Optional<Long> supersededBy() {
        return Optional.ofNullable(supersededBy);
    }

    /** When the last of its clients had their invoice. */
    public Optional<LocalDate> completedOn() {
        return Optional.ofNullable(completedOn);
    }

    /** The post that tells the public that it is late, maybe still a draft. */
    public Optional<Long> latePostId() {
        return Optional.ofNullable(latePostId);
    }

    /** The post that tells the public that it was sent, maybe still a draft. */
    public Optional<Long> sentPostId() {
        return Optional.ofNullable(sentPostId);
    }

    /** UTC. */
    public Instant changedAt() {
        return changedAt.toInstant();
    }

    public String changedBy() {
        return changedBy;
    }

    public int version() {
        return version;
    }
}
