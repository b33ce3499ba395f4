package net.niner.status.incident;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.incident.InvalidIncident.Fault;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.post.Title;
import net.niner.status.server.Server;

/**
 * Trouble with servers, as the people in charge declare it: a draft until it is published, then open until it is resolved. The impacts on its
 * servers change only with its updates, and a correction of its times moves their first beginning and their last end along.
 */
@Entity
@Table(name = "incident")
public class Incident {

    /** Of the title with the codes in front, in characters. */
    public static final int TITLE_LENGTH = Post.TITLE_LENGTH;

    /** Of the words of one update, in characters. */
    public static final int TEXT_LENGTH = 20_000;

    private static final int CHANGER_LENGTH = 300;

    private static final Comparator<Server> IN_THEIR_ORDER =
            Comparator.comparingInt(Server::position).thenComparing(Server::code);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incident_seq")
    @SequenceGenerator(name = "incident_seq", sequenceName = "incident_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private IncidentState state = IncidentState.INVESTIGATING;

    @Column(name = "began_at", nullable = false)
    private OffsetDateTime began;

    @Column(name = "noticed_at", nullable = false)
    private OffsetDateTime noticed;

    @Column(name = "resolved_at")
    private OffsetDateTime resolved;

    @Column(name = "published_at")
    private OffsetDateTime published;

    @Column(name = "draft_text", length = TEXT_LENGTH)
    private String draftText;

    @Column(name = "publish_at")
    private OffsetDateTime publishAt;

    @Column(name = "origin_check_id")
    private Long originCheck;

    @Column(name = "origin_began_at")
    private OffsetDateTime originBegan;

    @Column(name = "answers_since")
    private OffsetDateTime answersSince;

    @Column(name = "updated_at", nullable = false)
    private OffsetDateTime updated;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changed;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    @OneToMany(mappedBy = "incident", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("from, id")
    private List<ImpactPeriod> periods = new ArrayList<>();

    @OneToMany(mappedBy = "incident", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<IncidentUpdate> updates = new ArrayList<>();

    protected Incident() {}

    /** A draft of an open incident. */
    public Incident(Instant began, Instant noticed, Map<Server, Impact> impacts, String words, String text) {
        this.began = utc(began);
        this.noticed = utc(noticed);
        this.updated = this.noticed;
        redraft(words, text, impacts);
    }

    /**
     * Says it anew, as long as nobody has read it.
     *
     * @param words of the title, without codes
     * @throws InvalidIncident if it is published
     */
    public final void redraft(String words, String text, Map<Server, Impact> impacts) {
        demand(isDraft());
        draftText = text;
        periods.clear();
        impacts.forEach((server, impact) -> periods.add(new ImpactPeriod(this, server, impact, began())));
        title = Title.of(codes(), words);
    }

    /** It came from that outage. */
    public void cameFrom(long checkId, Instant outageBegan) {
        originCheck = checkId;
        originBegan = utc(outageBegan);
    }

    /** @param at when the draft publishes itself, null for never */
    public void publishAt(Instant at) {
        demand(isDraft());
        publishAt = utc(at);
    }

    /**
     * From now on visitors see it.
     *
     * @param post what they read first
     */
    public IncidentUpdate publish(Post post, Instant at) {
        demand(isDraft());
        published = utc(at);
        draftText = null;
        publishAt = null;
        return tell(post, at);
    }

    /**
     * Goes on to a state and to impacts; servers that are not named are well from then on.
     *
     * @throws InvalidIncident if it is resolved, or not published
     */
    public IncidentUpdate update(Post post, IncidentState next, Map<Server, Impact> impacts, Instant at) {
        demand(!isDraft() && !isResolved());
        move(next, impacts, Times.seconds(at));
        return tell(post, at);
    }

    /**
     * Opens it again: the impacts last from then on, the time since it was resolved stays as it was told.
     *
     * @throws InvalidIncident if it is not resolved
     */
    public IncidentUpdate reopen(Post post, IncidentState next, Map<Server, Impact> impacts, Instant at) {
        demand(isResolved() && next != IncidentState.RESOLVED);
        resolved = null;
        answersSince = null;
        move(next, impacts, Times.seconds(at));
        return tell(post, at);
    }

    private void move(IncidentState next, Map<Server, Impact> impacts, Instant at) {
        state = next;
        boolean over = next == IncidentState.RESOLVED;
        if (over) {
            resolved = utc(at);
        }
        Map<String, Impact> now = impacts();
        Map<Server, Impact> wanted = over ? Map.of() : impacts;
        Map<String, Impact> then = new HashMap<>();
        wanted.forEach((server, impact) -> then.put(server.code(), impact));
        for (ImpactPeriod period : periods) {
            if (period.isOpen() && period.impact() != then.get(period.server().code())) {
                period.endAt(at);
            }
        }
        wanted.forEach((server, impact) -> {
            if (now.get(server.code()) != impact) {
                periods.add(new ImpactPeriod(this, server, impact, at));
            }
        });
        dropEmpty();
    }

    /**
     * Puts its times right. The impacts that began with it begin with it again, those that ended with it end with it again; what lies outside
     * of it then is cut.
     *
     * @throws InvalidIncident if they are in no order, lie in the future, or do not fit the state
     */
    public void correct(Times times, Instant now) {
        InvalidIncident.refuse(times.problems(now));
        demand(isResolved() == (times.resolved() != null));
        Instant oldBegan = began();
        Instant oldResolved = resolved().orElse(null);
        for (ImpactPeriod period : periods) {
            if (period.from().equals(oldBegan) || period.from().isBefore(times.began())) {
                period.beginAt(times.began());
            }
            if (times.resolved() != null
                    && period.until()
                            .filter(until -> !until.equals(oldResolved) && !until.isAfter(times.resolved()))
                            .isEmpty()) {
                period.endAt(times.resolved());
            }
        }
        began = utc(times.began());
        noticed = utc(times.noticed());
        resolved = utc(times.resolved());
        dropEmpty();
    }

    /** What has no length was never the case; but a server stays concerned, so the last of its periods is kept. */
    private void dropEmpty() {
        for (ImpactPeriod period : List.copyOf(periods)) {
            if (period.isEmpty() && isOneOfSeveral(period)) {
                periods.remove(period);
            } else if (period.isEmpty()) {
                period.endAt(period.from());
            }
        }
    }

    private boolean isOneOfSeveral(ImpactPeriod period) {
        return periods.stream()
                .anyMatch(other -> other != period
                        && other.server().code().equals(period.server().code()));
    }

    private IncidentUpdate tell(Post post, Instant at) {
        IncidentUpdate update = new IncidentUpdate(this, updates.size() + 1, post, state, impacts(), at);
        updates.add(update);
        updated = utc(at);
        return update;
    }

    /** Remembers who changed it last. */
    public void changed(String by, Instant at) {
        changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        changed = at.atOffset(ZoneOffset.UTC);
    }

    private static void demand(boolean allowed) {
        if (!allowed) {
            throw new InvalidIncident("state", Fault.STATE);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : Times.seconds(at).atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private List<String> codes() {
        return servers().stream().map(Server::code).toList();
    }

    public Long id() {
        return id;
    }

    /** With the codes of the servers in front. */
    public String title() {
        return title;
    }

    /** Without the codes in front. */
    public String words() {
        return Title.words(codes(), title);
    }

    public IncidentState state() {
        return state;
    }

    public boolean isDraft() {
        return published == null;
    }

    public boolean isResolved() {
        return resolved != null;
    }

    public Instant began() {
        return began.toInstant();
    }

    public Instant noticed() {
        return noticed.toInstant();
    }

    public Optional<Instant> resolved() {
        return instant(resolved);
    }

    public Times times() {
        return new Times(began(), noticed(), resolved().orElse(null));
    }

    /** When visitors saw it first; empty for a draft. */
    public Optional<Instant> published() {
        return instant(published);
    }

    /** The words of a draft; empty once it is published. */
    public Optional<String> draftText() {
        return Optional.ofNullable(draftText);
    }

    /** When a draft publishes itself, if it does. */
    public Optional<Instant> publishAt() {
        return instant(publishAt);
    }

    /** The check whose outage it came from. */
    public Optional<Long> originCheck() {
        return Optional.ofNullable(originCheck);
    }

    public Optional<Instant> originBegan() {
        return instant(originBegan);
    }

    /** Since when the servers answer again that did not when it was opened. */
    public Optional<Instant> answersSince() {
        return instant(answersSince);
    }

    /** When its latest update was published; for a draft, when it was noticed. */
    public Instant updated() {
        return updated.toInstant();
    }

    public Instant changed() {
        return changed.toInstant();
    }

    public String changedBy() {
        return changedBy;
    }

    public int version() {
        return version;
    }

    /** Oldest first. */
    public List<ImpactPeriod> periods() {
        return List.copyOf(periods);
    }

    /** Oldest first. */
    public List<IncidentUpdate> updates() {
        return List.copyOf(updates);
    }

    public Optional<IncidentUpdate> latest() {
        return updates.isEmpty() ? Optional.empty() : Optional.of(updates.get(updates.size() - 1));
    }

    /** The latest update that visitors can read: one whose post was withdrawn says nothing any more. */
    public Optional<IncidentUpdate> latestReadable() {
        for (int i = updates.size() - 1; i >= 0; i--) {
            if (updates.get(i).post().state() == PostState.PUBLISHED) {
                return Optional.of(updates.get(i));
            }
        }
        return Optional.empty();
    }

    /** All that it ever concerned, in the order of the list. */
    public List<Server> servers() {
        Map<String, Server> servers = new LinkedHashMap<>();
        periods.forEach(period -> servers.putIfAbsent(period.server().code(), period.server()));
        return servers.values().stream().sorted(IN_THEIR_ORDER).toList();
    }

    /** The impacts that last, by the servers' codes, in the order of the list. */
    public Map<String, Impact> impacts() {
        Map<String, Impact> impacts = new LinkedHashMap<>();
        for (Server server : servers()) {
            periods.stream()
                    .filter(period -> period.isOpen() && period.server().code().equals(server.code()))
                    .forEach(period -> impacts.put(server.code(), period.impact()));
        }
        return impacts;
    }

    /** The worst that it ever was for any of its servers. */
    public Impact worst() {
        return periods.stream()
                .map(ImpactPeriod::impact)
                .max(Comparator.naturalOrder())
                .orElse(Impact.DEGRADED);
    }

    /** The worst that it ever was for that server. */
    public Optional<Impact> worst(String code) {
        return periods.stream()
                .filter(period -> period.server().code().equals(code))
                .map(ImpactPeriod::impact)
                .max(Comparator.naturalOrder());
    }
}
