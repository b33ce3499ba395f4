package net.niner.status.notice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.server.Server;

/** Somebody who wants to be told: asked for, then confirmed by the owner of the address, then ended. One that ended can be asked for again. */
@Entity
@Table(name = "subscriber")
public class Subscriber {

    /** Between the first two mails that somebody asked for with this address, whoever that was; it doubles with each. */
    static final Duration BETWEEN_LETTERS = Duration.ofHours(1);

    static final Duration MOST_BETWEEN_LETTERS = Duration.ofDays(7);
    private static final int MOST_DOUBLINGS = 8;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscriber_seq")
    @SequenceGenerator(name = "subscriber_seq", sequenceName = "subscriber_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = Recipient.ADDRESS_LENGTH)
    private String address;

    @Column(name = "address_key", nullable = false, unique = true, length = Recipient.ADDRESS_LENGTH)
    private String addressKey;

    @Column(nullable = false)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubscriberState state;

    @Column(name = "every_server", nullable = false)
    private boolean everyServer;

    @Column(nullable = false)
    private int letters;

    @Column(name = "mailed_at", nullable = false)
    private OffsetDateTime mailedAt;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "confirmed_at")
    private OffsetDateTime confirmedAt;

    @Column(name = "ended_at")
    private OffsetDateTime endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_by")
    private SubscriptionEnd endedBy;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "subscriber_topic", joinColumns = @JoinColumn(name = "subscriber_id"))
    @Column(name = "topic", nullable = false)
    @Enumerated(EnumType.STRING)
    private Set<Topic> topics = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "subscriber_server",
            joinColumns = @JoinColumn(name = "subscriber_id"),
            inverseJoinColumns = @JoinColumn(name = "server_id"))
    @OrderBy("position, code")
    private List<Server> servers = new ArrayList<>();

    protected Subscriber() {}

    /** Asked for. */
    public Subscriber(MailAddress address, Instant at) {
        this.address = address.text();
        this.addressKey = address.key();
        this.mailedAt = Instant.EPOCH.atOffset(ZoneOffset.UTC);
        askAgain(at);
    }

    /** Begins anew, for one that ended or was never confirmed. */
    public final void askAgain(Instant at) {
        this.state = SubscriberState.PENDING;
        this.createdAt = utc(at);
        this.confirmedAt = null;
        this.endedAt = null;
        this.endedBy = null;
    }

    /** @param whom none for all servers */
    public void choose(String newLanguage, Collection<Topic> what, boolean everything, Collection<Server> whom) {
        this.language = newLanguage;
        this.topics = new HashSet<>(what);
        this.everyServer = everything;
        this.servers = new ArrayList<>(everything ? List.of() : whom);
    }

    /** True if a mail that was asked for may go there now; then it counts as sent. */
    public boolean mayBeMailed(Instant now) {
        Duration doubled = BETWEEN_LETTERS.multipliedBy(1L << Math.min(Math.max(letters - 1, 0), MOST_DOUBLINGS));
        Duration between = doubled.compareTo(MOST_BETWEEN_LETTERS) < 0 ? doubled : MOST_BETWEEN_LETTERS;
        if (mailedAt.toInstant().plus(between).isAfter(now)) {
            return false;
        }
        mailedAt = utc(now);
        letters++;
        return true;
    }

    /** By its owner; says whether that is new. */
    public boolean confirm(Instant at) {
        if (state != SubscriberState.PENDING) {
            return false;
        }
        state = SubscriberState.ACTIVE;
        confirmedAt = utc(at);
        return true;
    }

    /** Says whether that is new. */
    public boolean end(SubscriptionEnd by, Instant at) {
        if (state == SubscriberState.ENDED) {
            return false;
        }
        state = SubscriberState.ENDED;
        endedAt = utc(at);
        endedBy = by;
        return true;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    public String address() {
        return address;
    }

    /** A tag, as in {@code fr}. */
    public String language() {
        return language;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public SubscriberState state() {
        return state;
    }

    public boolean isActive() {
        return state == SubscriberState.ACTIVE;
    }

    /** All servers, also those that join later. */
    public boolean everyServer() {
        return everyServer;
    }

    public Set<Topic> topics() {
        return topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics);
    }

    /** Those that were chosen, in the order of the list; none where all are. */
    public List<Server> servers() {
        return List.copyOf(servers);
    }

    public SubscriptionChoice choice() {
        return new SubscriptionChoice(
                language,
                topics(),
                everyServer,
                servers.stream().map(Server::code).collect(Collectors.toSet()));
    }

    /** How many mails were asked for with this address. */
    public int letters() {
        return letters;
    }

    /** When it was asked for, UTC. */
    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt).map(OffsetDateTime::toInstant);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt).map(OffsetDateTime::toInstant);
    }

    public Optional<SubscriptionEnd> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public int version() {
        return version;
    }
}
