package net.niner.status.billing;

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
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;

/** Something that a client has until a day: hosting, a domain, a certificate, e-mail; known by source and id. */
@Entity
@Table(name = "client_service")
public class Service {

    /** In characters: that of a domain. */
    public static final int NAME_LENGTH = 253;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "client_service_seq")
    @SequenceGenerator(name = "client_service_seq", sequenceName = "client_service_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "client_id", nullable = false)
    private Client client;

    @Column(nullable = false, length = Client.SOURCE_LENGTH)
    private String source;

    @Column(name = "source_id", nullable = false, length = Client.SOURCE_ID_LENGTH)
    private String sourceId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ServiceKind kind;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ServiceState state;

    @Version
    private int version;

    protected Service() {}

    public Long id() {
        return id;
    }

    public Client client() {
        return client;
    }

    public String source() {
        return source;
    }

    public String sourceId() {
        return sourceId;
    }

    public ServiceKind kind() {
        return kind;
    }

    /** As its client knows it: {@code example.org}. */
    public String name() {
        return name;
    }

    /** The last day that is paid for; empty where the source says none that can be. */
    public Optional<LocalDate> expiresOn() {
        return Optional.ofNullable(expiresOn);
    }

    public ServiceState state() {
        return state;
    }

    public int version() {
        return version;
    }
}
