package net.niner.status.billing;

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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.notice.Recipient;
import net.niner.status.server.Server;

/** Somebody whom the company bills; known by source and id. */
@Entity
@Table(name = "client")
public class Client {

    /** In characters. */
    public static final int NAME_LENGTH = 200;

    public static final int EMAIL_LENGTH = Recipient.ADDRESS_LENGTH;

    public static final int SOURCE_LENGTH = 30;

    public static final int SOURCE_ID_LENGTH = 100;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "client_seq")
    @SequenceGenerator(name = "client_seq", sequenceName = "client_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = SOURCE_LENGTH)
    private String source;

    @Column(name = "source_id", nullable = false, length = SOURCE_ID_LENGTH)
    private String sourceId;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(length = EMAIL_LENGTH)
    private String email;

    @Column(name = "alternate_email", length = EMAIL_LENGTH)
    private String alternateEmail;

    private String language;

    @Column(name = "chosen_language")
    private String chosenLanguage;

    private String zone;

    @ManyToOne
    @JoinColumn(name = "mail_server_id")
    private Server mailServer;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "wants_reminders", nullable = false)
    private boolean wantsReminders = true;

    @Column(name = "erased_at")
    private OffsetDateTime erasedAt;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changedAt;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    protected Client() {}

    /** The client's own choice, which beats what a source says. */
    public void chooseLanguage(Locale chosen) {
        this.chosenLanguage = chosen.toLanguageTag();
    }

    /** Whether to remind them of invoices that wait to be paid. */
    public void wantReminders(boolean wanted) {
        this.wantsReminders = wanted;
    }

    /** Forgets who it was. The row stays, so that no later import brings the client back. */
    public void erase(Instant at) {
        this.name = "-";
        this.email = null;
        this.alternateEmail = null;
        this.language = null;
        this.chosenLanguage = null;
        this.zone = null;
        this.mailServer = null;
        this.active = false;
        this.wantsReminders = false;
        this.erasedAt = at.atOffset(ZoneOffset.UTC);
    }

    public void changed(String by, Instant at) {
        this.changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        this.changedAt = at.atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    /** As the source counts. */
    public String sourceId() {
        return sourceId;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** One that does not depend on the company's servers. */
    public Optional<String> alternateEmail() {
        return Optional.ofNullable(alternateEmail);
    }

    /** Empty for the company's. */
    public Optional<Locale> language() {
        return Optional.ofNullable(chosenLanguage == null ? language : chosenLanguage)
                .map(Locale::forLanguageTag);
    }

    /** Empty for the company's. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(zone).map(ZoneId::of);
    }

    /** The one that holds their mail; empty for none, or another company's. */
    public Optional<Server> mailServer() {
        return Optional.ofNullable(mailServer);
    }

    public boolean active() {
        return active;
    }

    public boolean wantsReminders() {
        return wantsReminders;
    }

    public Optional<Instant> erasedAt() {
        return Optional.ofNullable(erasedAt).map(OffsetDateTime::toInstant);
    }

    /** UTC. */
    public Instant changedAt() {
        return changedAt.toInstant();
    }

    public String changedBy() {
        return changedBy;
    }

    public int version() {
        return version;
    }
}
