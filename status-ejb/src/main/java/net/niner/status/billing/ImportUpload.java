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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Files that somebody uploaded to have them imported: all was well with them. */
@Entity
@Table(name = "billing_upload")
public class ImportUpload {

    private static final int WHO_LENGTH = 300;

    /** What became of it. */
    public enum State {
        /** Its rows wait to be applied. */
        READY,
        IMPORTED,
        /** Nobody applied it, and its rows are gone. */
        DISCARDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "billing_upload_seq")
    @SequenceGenerator(name = "billing_upload_seq", sequenceName = "billing_upload_seq", allocationSize = 50)
    private Long id;

    @Column(name = "uploaded_at", nullable = false)
    private OffsetDateTime uploadedAt;

    @Column(name = "uploaded_by", nullable = false, length = WHO_LENGTH)
    private String uploadedBy;

    @Column(nullable = false)
    private String source;

    @Column(name = "date_format", nullable = false)
    private String dateFormat;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    private int clients;

    private int services;

    private int invoices;

    private int findings;

    @Column(name = "execution_id")
    private Long executionId;

    @Version
    private int version;

    protected ImportUpload() {}

    ImportUpload(Instant at, String by, ImportReader.Read read, ImportDateFormat format) {
        this.uploadedAt = at.atOffset(ZoneOffset.UTC);
        this.uploadedBy = by.substring(0, Math.min(by.length(), WHO_LENGTH));
        this.source = read.source().word();
        this.dateFormat = format.pattern();
        this.state = State.READY;
        this.clients = read.batch().clients().size();
        this.services = read.batch().services().size();
        this.invoices = read.batch().invoices().size();
        this.findings = read.findings().size();
    }

    void complete() {
        this.state = State.IMPORTED;
    }

    void discard() {
        this.state = State.DISCARDED;
    }

    public Long id() {
        return id;
    }

    /** UTC. */
    public Instant uploadedAt() {
        return uploadedAt.toInstant();
    }

    public String uploadedBy() {
        return uploadedBy;
    }

    /** As {@link ImportSource#word()}. */
    public String source() {
        return source;
    }

    public String dateFormat() {
        return dateFormat;
    }

    public State state() {
        return state;
    }

    public int clients() {
        return clients;
    }

    public int services() {
        return services;
    }

    public int invoices() {
        return invoices;
    }

    public int findings() {
        return findings;
    }

    /** Rows that wait to be applied. */
    public int rows() {
        return clients + services + invoices + findings;
    }

    /** For the audit trail: no client is in it. */
    Map<String, String> counts() {
        return Map.of(
                "source", source,
                "clients", String.valueOf(clients),
                "services", String.valueOf(services),
                "invoices", String.valueOf(invoices));
    }

    /** Of the job that applied it, or tried to; empty if none did. */
    public Optional<Long> executionId() {
        return Optional.ofNullable(executionId);
    }
}
