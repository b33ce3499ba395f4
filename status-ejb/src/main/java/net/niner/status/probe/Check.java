package net.niner.status.probe;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import net.niner.status.server.Server;

/** A question asked of a server again and again. Its settings are stored as text, secrets encrypted. */
@Entity
@Table(name = "probe_check")
public class Check {

    public static final int NAME_LENGTH = 60;
    public static final int SETTINGS_LENGTH = 16_000;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "probe_check_seq")
    @SequenceGenerator(name = "probe_check_seq", sequenceName = "probe_check_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "server_id", nullable = false)
    private Server server;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(nullable = false)
    private String kind;

    @Column(nullable = false, length = SETTINGS_LENGTH)
    private String settings;

    @Column(name = "interval_seconds", nullable = false)
    private int intervalSeconds;

    @Column(name = "timeout_millis", nullable = false)
    private int timeoutMillis;

    @Column(name = "failures_to_down", nullable = false)
    private int failuresToDown;

    @Column(name = "successes_to_up", nullable = false)
    private int successesToUp;

    @Column(name = "slow_above_millis")
    private Integer slowAboveMillis;

    @Column(name = "is_public", nullable = false)
    private boolean isPublic;

    @Column(name = "counts_for_ping", nullable = false)
    private boolean countsForPing;

    @Column(nullable = false)
    private boolean paused;

    @Column(name = "changed_by", length = CHANGER_LENGTH)
    private String changedBy;

    @Column(name = "changed_at")
    private OffsetDateTime changedAt;

    @Version
    private int version;

    protected Check() {}

    /** @param name unique among the server's checks */
    public Check(Server server, String name, Kind kind, String settings, CheckRules rules) {
        this.server = Objects.requireNonNull(server);
        this.name = Objects.requireNonNull(name);
        ask(kind, settings);
        follow(rules);
        show(true, true);
    }

    /** @param text the settings as {@link SettingsJson} writes them */
    public final void ask(Kind ofKind, String text) {
        this.kind = ofKind.name();
        this.settings = Objects.requireNonNull(text);
    }

    public final void follow(CheckRules rules) {
        this.intervalSeconds = (int) rules.interval().toSeconds();
        this.timeoutMillis = (int) rules.timeout().toMillis();
        this.failuresToDown = rules.failures();
        this.successesToUp = rules.successes();
        this.slowAboveMillis =
                rules.slowAbove() == null ? null : (int) rules.slowAbove().toMillis();
    }

    /** @param toPublic whether visitors see it */
    public final void show(boolean toPublic, boolean inPing) {
        this.isPublic = toPublic;
        this.countsForPing = inPing;
    }

    public void pause(boolean pausing) {
        this.paused = pausing;
    }

    /** @param newName unique among the server's checks */
    public void rename(String newName) {
        this.name = Objects.requireNonNull(newName);
    }

    /** Remembers who changed it last. */
    public void changed(String by, Instant at) {
        this.changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        this.changedAt = at.atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    public Server server() {
        return server;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return Kind.valueOf(kind);
    }

    public String settings() {
        return settings;
    }

    public CheckRules rules() {
        return CheckRules.of(intervalSeconds, timeoutMillis, failuresToDown, successesToUp, slowAboveMillis);
    }

    public boolean isPublic() {
        return isPublic;
    }

    public boolean countsForPing() {
        return countsForPing;
    }

    public boolean isPaused() {
        return paused;
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

    /** As a person knows it: {@code NC036 webmail}. */
    public String subject() {
        return server.code() + " " + name;
    }
}
