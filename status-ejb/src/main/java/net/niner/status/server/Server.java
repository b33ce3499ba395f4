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
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A machine that clients, or the company itself, depend on. It is retired, never deleted: posts and history refer to it. */
@Entity
@Table(name = "server")
public class Server {

    public static final int CODE_LENGTH = 20;

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
        for (Server above = newParent; above != null; above = above.parent) {
            if (above.code.equals(code)) {
                throw new IllegalArgumentException(code + " would depend on itself");
            }
        }
        this.parent = newParent;
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
}
