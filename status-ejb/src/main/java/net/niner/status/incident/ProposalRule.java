package net.niner.status.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;

/** What an outage of one server leads to. */
@Entity
@Table(name = "proposal_rule")
public class ProposalRule {

    /** A day. */
    public static final int MOST_MINUTES = 1440;

    @Id
    @Column(name = "server_id")
    private Long serverId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProposalKind kind;

    @Column(name = "after_minutes", nullable = false)
    private int afterMinutes;

    @Version
    private int version;

    protected ProposalRule() {}

    public ProposalRule(long serverId, ProposalKind kind, int afterMinutes) {
        this.serverId = serverId;
        become(kind, afterMinutes);
    }

    /** @param newAfterMinutes how long an outage must have lasted to be published; of {@link ProposalKind#PUBLISH} only */
    public final void become(ProposalKind newKind, int newAfterMinutes) {
        if (newAfterMinutes < 0 || newAfterMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException("not a number of minutes: " + newAfterMinutes);
        }
        this.kind = newKind;
        this.afterMinutes = newAfterMinutes;
    }

    public Long serverId() {
        return serverId;
    }

    public ProposalKind kind() {
        return kind;
    }

    public int afterMinutes() {
        return afterMinutes;
    }

    public Duration after() {
        return Duration.ofMinutes(afterMinutes);
    }
}
