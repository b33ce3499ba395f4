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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.niner.status.post.Post;

/** A post about an incident, and the state and impacts that it leads to. */
@Entity
@Table(name = "incident_update")
public class IncidentUpdate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_update_seq")
    @SequenceGenerator(name = "incident_update_seq", sequenceName = "incident_update_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "incident_id")
    private Incident incident;

    @Column(nullable = false)
    private int number;

    @ManyToOne(optional = false)
    @JoinColumn(name = "post_id")
    private Post post;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private IncidentState state;

    /** As {@code NC036=DEGRADED}, a line each: what was told stays, whatever becomes of the times. */
    @Column(nullable = false)
    private String told;

    @Column(name = "told_at", nullable = false)
    private OffsetDateTime at;

    protected IncidentUpdate() {}

    IncidentUpdate(
            Incident incident, int number, Post post, IncidentState state, Map<String, Impact> impacts, Instant at) {
        this.incident = incident;
        this.number = number;
        this.post = post;
        this.state = state;
        this.told = impacts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        this.at = at.atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    public Incident incident() {
        return incident;
    }

    /** Counted from 1. */
    public int number() {
        return number;
    }

    public Post post() {
        return post;
    }

    public IncidentState state() {
        return state;
    }

    /** The impacts from this update on, by the servers' codes; without those that are well again. */
    public Map<String, Impact> impacts() {
        Map<String, Impact> impacts = new LinkedHashMap<>();
        told.lines().forEach(line -> {
            int equals = line.indexOf('=');
            impacts.put(line.substring(0, equals), Impact.valueOf(line.substring(equals + 1)));
        });
        return impacts;
    }

    /** UTC. */
    public Instant at() {
        return at.toInstant();
    }
}
