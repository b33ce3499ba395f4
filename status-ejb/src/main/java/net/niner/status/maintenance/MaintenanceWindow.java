package net.niner.status.maintenance;

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
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.niner.status.post.Post;
import net.niner.status.server.Server;

/** Planned work on servers, from its announcement to its end. */
@Entity
@Table(name = "maintenance_window")
public class MaintenanceWindow {

    /** In characters; with the servers' codes in front it still is a post's title. */
    public static final int TITLE_LENGTH = 140;

    /** In characters. */
    public static final int REASON_LENGTH = 300;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "maintenance_window_seq")
    @SequenceGenerator(name = "maintenance_window_seq", sequenceName = "maintenance_window_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, unique = true)
    private String uid;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MaintenanceState state;

    @Column(name = "planned_from", nullable = false)
    private OffsetDateTime plannedFrom;

    @Column(name = "planned_until", nullable = false)
    private OffsetDateTime plannedUntil;

    @Column(name = "actual_from")
    private OffsetDateTime actualFrom;

    @Column(name = "actual_until")
    private OffsetDateTime actualUntil;

    @Column(name = "starts_itself", nullable = false)
    private boolean startsItself;

    @Column(name = "ends_itself", nullable = false)
    private boolean endsItself;

    @Column(name = "cancel_reason", length = REASON_LENGTH)
    private String cancelReason;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changedAt;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    @ManyToMany
    @JoinTable(
            name = "maintenance_window_server",
            joinColumns = @JoinColumn(name = "window_id"),
            inverseJoinColumns = @JoinColumn(name = "server_id"))
    @OrderBy("position, code")
    private List<Server> servers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "maintenance_window_post", joinColumns = @JoinColumn(name = "window_id"))
    private List<MaintenanceUpdate> updates = new ArrayList<>();

    protected MaintenanceWindow() {}

    /** A planned one. */
    public MaintenanceWindow(String title, Collection<Server> servers, Instant from, Instant until, Instant now) {
        this.uid = UUID.randomUUID().toString();
        this.state = MaintenanceState.PLANNED;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        describe(title, servers);
        moveTo(from, until);
    }

    public final void describe(String newTitle, Collection<Server> whom) {
        this.title = newTitle;
        this.servers = new ArrayList<>(whom);
    }

    /** Plans it for another time. */
    public final void moveTo(Instant from, Instant until) {
        this.plannedFrom = from.atOffset(ZoneOffset.UTC);
        this.plannedUntil = until.atOffset(ZoneOffset.UTC);
    }

    /** @param starting whether it starts at its planned time by itself, and {@code ending} likewise */
    public void goBy(boolean starting, boolean ending) {
        this.startsItself = starting;
        this.endsItself = ending;
    }

    public void start(Instant at) {
        this.state = MaintenanceState.IN_PROGRESS;
        this.actualFrom = at.atOffset(ZoneOffset.UTC);
    }

    /** The work is done; it still counts as maintenance. */
    public void verify() {
        this.state = MaintenanceState.VERIFYING;
    }

    public void complete(Instant at) {
        this.state = MaintenanceState.COMPLETED;
        this.actualUntil = (at.isBefore(actualFrom.toInstant()) ? actualFrom.toInstant() : at).atOffset(ZoneOffset.UTC);
    }

    /** It will not take place, or ends before its work is done: then it still was maintenance until that instant. */
    public void cancel(String reason, Instant at) {
        if (state.isActive()) {
            complete(at);
        }
        this.state = MaintenanceState.CANCELLED;
        this.cancelReason = reason;
    }

    public void tell(Post post, Instant at) {
        updates.add(new MaintenanceUpdate(post, state, at));
    }

    public void changed(String by, Instant at) {
        this.changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        this.changedAt = at.atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    /** The same for ever, for calendars. */
    public String uid() {
        return uid;
    }

    public String title() {
        return title;
    }

    public MaintenanceState state() {
        return state;
    }

    /** UTC. */
    public Instant plannedFrom() {
        return plannedFrom.toInstant();
    }

    /** UTC. */
    public Instant plannedUntil() {
        return plannedUntil.toInstant();
    }

    public Optional<Instant> actualFrom() {
        return Optional.ofNullable(actualFrom).map(OffsetDateTime::toInstant);
    }

    public Optional<Instant> actualUntil() {
        return Optional.ofNullable(actualUntil).map(OffsetDateTime::toInstant);
    }

    /** When it really began, else when it is meant to. */
    public Instant from() {
        return actualFrom().orElseGet(this::plannedFrom);
    }

    /** When it really ended, else when it is meant to. */
    public Instant until() {
        return actualUntil().orElseGet(this::plannedUntil);
    }

    public boolean startsItself() {
        return startsItself;
    }

    public boolean endsItself() {
        return endsItself;
    }

    /** True if it should have begun, or ended, and nobody said so. */
    public boolean isOverdue(Instant now) {
        return state == MaintenanceState.PLANNED && plannedFrom().isBefore(now)
                || state.isActive() && plannedUntil().isBefore(now);
    }

    /** Why it was cancelled. */
    public Optional<String> cancelReason() {
        return Optional.ofNullable(cancelReason);
    }

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

    /** Goes up with every change; calendars take it as the sequence. */
    public int version() {
        return version;
    }

    /** In the order of the list. */
    public List<Server> servers() {
        return List.copyOf(servers);
    }

    public List<String> codes() {
        return servers.stream().map(Server::code).toList();
    }

    /** Oldest first. */
    public List<MaintenanceUpdate> updates() {
        return updates.stream()
                .sorted(Comparator.comparing(MaintenanceUpdate::at))
                .toList();
    }
}
