package net.niner.status.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A machine that clients, or the company itself, depend on. It is retired, never deleted: posts and history refer to it. */
@Entity
@Table(name = "server")
public class Server {

    public static final int CODE_LENGTH = 20;

    private static final int CHANGER_LENGTH = 300;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0," + (CODE_LENGTH - 1) + "}");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "server_seq")
    @SequenceGenerator(name = "server_seq", sequenceName = "server_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, unique = true, length = CODE_LENGTH)
    private String code;

    @Embedded
    private Location location;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Visibility visibility;

    @Column(name = "list_position", nullable = false)
    private int position;

    @ManyToOne
    @JoinColumn(name = "parent_id")
    private Server parent;

    @Column(name = "in_service_from")
    private LocalDate inServiceFrom;

    @Column(name = "retired_on")
    private LocalDate retiredOn;

    @Column(name = "changed_by", length = CHANGER_LENGTH)
    private String changedBy;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Version
    private int version;

    protected Server() {}

    /** @throws IllegalArgumentException if the code is not one, see {@link #isCode} */
    public Server(String code, Location location, Role role, Visibility visibility) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a server code: " + code);
        }
        this.code = code;
        describe(location, role, visibility);
    }

    /** True for capital letters, digits and hyphens, as in {@code NC036}: codes stand in addresses and titles. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public final void describe(Location where, Role what, Visibility forWhom) {
        this.location = Objects.requireNonNull(where);
        this.role = Objects.requireNonNull(what);
        this.visibility = Objects.requireNonNull(forWhom);
    }

    /** @param from first day of service, null if nobody remembers */
    public void serveFrom(LocalDate from) {
        this.inServiceFrom = from;
    }

    /** @param on the day from which it serves no more, null to bring it back */
    public void retire(LocalDate on) {
        this.retiredOn = on;
    }

    public void moveTo(int newPosition) {
        this.position = newPosition;
    }

    /**
     * @param newParent the server without which this one cannot be reached, null for none
     * @throws IllegalArgumentException if that would make it depend on itself
     */
    public void dependOn(Server newParent) {
        if (newParent != null && newParent.dependsOn(code)) {
            throw new IllegalArgumentException(code + " would depend on itself");
        }
        this.parent = newParent;
    }

    /** True if it is that server, or cannot be reached without it. Ends in a circle of others as well, should there ever be one. */
    public boolean dependsOn(String otherCode) {
        Set<String> seen = new HashSet<>();
        for (Server above = this; above != null && seen.add(above.code); above = above.parent) {
            if (above.code.equals(otherCode)) {
                return true;
            }
        }
        return false;
    }

    /** Remembers who changed it last. */
    public void changed(String by, Instant at) {
        this.changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        this.changedAt = at.atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Location location() {
        return location;
    }

    public Role role() {
        return role;
    }

    public Visibility visibility() {
        return visibility;
    }

    public int position() {
        return position;
    }

    public Optional<Server> parent() {
        return Optional.ofNullable(parent);
    }

    public Optional<LocalDate> inServiceFrom() {
        return Optional.ofNullable(inServiceFrom);
    }

    public Optional<LocalDate> retiredOn() {
        return Optional.ofNullable(retiredOn);
    }

    /** Who changed it last, as far as anybody remembers. */
    public Optional<String> changedBy() {
        return Optional.ofNullable(changedBy);
    }

    /** When that was, UTC. */
    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt).map(OffsetDateTime::toInstant);
    }

    /** Goes up with every change, so that two who change it at once notice each other. */
    public int version() {
        return version;
    }
}
