package net.niner.status.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** Somebody's word that a client gets no invoice in a run, and why. */
@Entity
@Table(name = "invoice_waiver")
public class Waiver {

    /** In characters. */
    public static final int REASON_LENGTH = 300;

    private static final int WHO_LENGTH = 300;

    /** One a run and client. */
    @Embeddable
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        @Column(name = "run_id")
        private long runId;

        @Column(name = "client_id")
        private long clientId;

        protected Key() {}

        public Key(long runId, long clientId) {
            this.runId = runId;
            this.clientId = clientId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.runId == runId && key.clientId == clientId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, clientId);
        }
    }

    @EmbeddedId
    private Key key;

    @Column(nullable = false, length = REASON_LENGTH)
    private String reason;

    @Column(name = "waived_at", nullable = false)
    private OffsetDateTime waivedAt;

    @Column(name = "waived_by", nullable = false, length = WHO_LENGTH)
    private String waivedBy;

    protected Waiver() {}

    /** @throws IllegalArgumentException without a reason */
    public Waiver(long runId, long clientId, String reason, String by, Instant at) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("whoever gets no invoice gets none for a reason");
        }
        this.key = new Key(runId, clientId);
        this.reason = reason.strip();
        this.waivedBy = by.substring(0, Math.min(by.length(), WHO_LENGTH));
        this.waivedAt = at.atOffset(ZoneOffset.UTC);
    }

    public long runId() {
        return key.runId;
    }

    public long clientId() {
        return key.clientId;
    }

    public String reason() {
        return reason;
    }

    /** UTC. */
    public Instant waivedAt() {
        return waivedAt.toInstant();
    }

    public String waivedBy() {
        return waivedBy;
    }
}
