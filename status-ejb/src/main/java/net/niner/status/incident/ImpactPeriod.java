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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.niner.status.server.Server;

/** How long an incident had one impact on one server; its incident alone changes it. */
@Entity
@Table(name = "incident_server")
public class ImpactPeriod {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_server_seq")
    @SequenceGenerator(name = "incident_server_seq", sequenceName = "incident_server_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "incident_id")
    private Incident incident;

    @ManyToOne(optional = false)
    @JoinColumn(name = "server_id")
    private Server server;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Impact impact;

    @Column(name = "from_at", nullable = false)
    private OffsetDateTime from;

    @Column(name = "until_at")
    private OffsetDateTime until;

    protected ImpactPeriod() {}

    ImpactPeriod(Incident incident, Server server, Impact impact, Instant from) {
        this.incident = incident;
        this.server = server;
        this.impact = impact;
        beginAt(from);
    }

    final void beginAt(Instant at) {
        from = at.atOffset(ZoneOffset.UTC);
    }

    /** @param at null: it lasts */
    void endAt(Instant at) {
        until = at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    public Server server() {
        return server;
    }

    public Impact impact() {
        return impact;
    }

    public Instant from() {
        return from.toInstant();
    }

    /** Empty while it lasts. */
    public Optional<Instant> until() {
        return Optional.ofNullable(until).map(OffsetDateTime::toInstant);
    }

    boolean isOpen() {
        return until == null;
    }

    /** True if it ends no later than it begins. */
    boolean isEmpty() {
        return until != null && !until.isAfter(from);
    }
}
