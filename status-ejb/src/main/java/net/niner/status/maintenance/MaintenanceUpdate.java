package net.niner.status.maintenance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import net.niner.status.post.Post;

/** A post about a window, and the state that it told of. */
@Embeddable
public class MaintenanceUpdate {

    @ManyToOne(optional = false)
    @JoinColumn(name = "post_id", nullable = false)
    private Post post;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MaintenanceState state;

    @Column(name = "linked_at", nullable = false)
    private OffsetDateTime linkedAt;

    protected MaintenanceUpdate() {}

    MaintenanceUpdate(Post post, MaintenanceState state, Instant at) {
        this.post = Objects.requireNonNull(post);
        this.state = Objects.requireNonNull(state);
        this.linkedAt = at.atOffset(ZoneOffset.UTC);
    }

    public Post post() {
        return post;
    }

    public MaintenanceState state() {
        return state;
    }

    /** UTC. */
    public Instant at() {
        return linkedAt.toInstant();
    }
}
