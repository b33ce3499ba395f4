package net.niner.status.post;

import jakarta.persistence.Column;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.niner.status.platform.Markup;
import net.niner.status.server.Server;

/** What the site publishes. */
@Entity
@Table(name = "post")
public class Post {

    /** Of the title with the codes in front, in characters. */
    public static final int TITLE_LENGTH = 200;

    /** In characters. */
    public static final int BODY_LENGTH = 200_000;

    /** Of the body as it is shown, in characters. */
    public static final int HTML_LENGTH = 1_000_000;

    public static final int REASON_LENGTH = 300;

    private static final int CHANGER_LENGTH = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "post_seq")
    @SequenceGenerator(name = "post_seq", sequenceName = "post_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PostFormat format;

    @Column(nullable = false, length = BODY_LENGTH)
    private String body;

    @Column(nullable = false, length = HTML_LENGTH)
    private String html;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PostState state;

    @Column(name = "published_at")
    private OffsetDateTime publishedAt;

    private String path;

    private String guid;

    @Column(name = "imported_id")
    private Long importedId;

    @Column(name = "withdrawn_reason", length = REASON_LENGTH)
    private String withdrawnReason;

    @Column(name = "created_at", nullable = false)
    private OffsetDateTime createdAt;

    @Column(name = "changed_at", nullable = false)
    private OffsetDateTime changedAt;

    @Column(name = "changed_by", nullable = false, length = CHANGER_LENGTH)
    private String changedBy;

    @Version
    private int version;

    @ManyToMany
    @JoinTable(
            name = "post_server",
            joinColumns = @JoinColumn(name = "post_id"),
            inverseJoinColumns = @JoinColumn(name = "server_id"))
    @OrderBy("position, code")
    private List<Server> servers = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "post_category",
            joinColumns = @JoinColumn(name = "post_id"),
            inverseJoinColumns = @JoinColumn(name = "category_id"))
    @OrderBy("name")
    private List<Category> categories = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "post_tag",
            joinColumns = @JoinColumn(name = "post_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_id"))
    @OrderBy("name")
    private List<Tag> tags = new ArrayList<>();

    protected Post() {}

    /** A draft. */
    public Post(String title, PostFormat format, String body, String by, Instant at) {
        this.state = PostState.DRAFT;
        this.createdAt = utc(at);
        write(title, format, body, by, at);
    }

    /**
     * @param newTitle with the codes in front
     * @throws InvalidPost if the body becomes more than is kept
     */
    public final void write(String newTitle, PostFormat newFormat, String newBody, String by, Instant at) {
        this.title = newTitle;
        this.format = newFormat;
        this.body = newBody;
        this.html = newFormat.render(newBody);
        changed(by, at);
    }

    /** Says what it is about; replaces what was said before. */
    public void concern(Collection<Server> whom, Collection<Category> shelves, Collection<Tag> words) {
        servers = new ArrayList<>(whom);
        categories = new ArrayList<>(shelves);
        tags = new ArrayList<>(words);
    }

    /** It will be published then. */
    public void schedule(Instant at) {
        state = PostState.SCHEDULED;
        publishedAt = utc(at);
    }

    /** Back to a draft; for what was never published. */
    public void unschedule() {
        state = PostState.DRAFT;
        publishedAt = null;
    }

    /**
     * Published from then on. What was published before and withdrawn since comes back where and as it was.
     *
     * @param newPath its permalink, not used where it has one
     * @param newGuid not used where it has one
     */
    public void publish(Instant at, String newPath, String newGuid) {
        state = PostState.PUBLISHED;
        withdrawnReason = null;
        if (path == null) {
            path = newPath;
            guid = newGuid;
            publishedAt = utc(at);
        }
    }

    /** @param reason for the back office, null for none */
    public void withdraw(String reason) {
        state = PostState.WITHDRAWN;
        withdrawnReason = reason;
    }

    /** Came from elsewhere under that number: {@code /?p=123} leads here. */
    public void importedAs(long number) {
        importedId = number;
    }

    public final void changed(String by, Instant at) {
        changedBy = by.substring(0, Math.min(by.length(), CHANGER_LENGTH));
        changedAt = utc(at);
    }

    /** As exactly as databases keep it: what is in memory is what will be read again. */
    private static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public Long id() {
        return id;
    }

    /** With the codes of the servers in front. */
    public String title() {
        return title;
    }

    public PostFormat format() {
        return format;
    }

    /** As it was written. */
    public String body() {
        return body;
    }

    /** As it is shown, see {@link Markup}. */
    public String html() {
        return html;
    }

    public PostState state() {
        return state;
    }

    /** When it was published, or will be; UTC. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt).map(OffsetDateTime::toInstant);
    }

    /** The permalink, as in {@code /2025/07/07/the-slug}. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    public Optional<String> guid() {
        return Optional.ofNullable(guid);
    }

    public Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    /** UTC. */
    public Instant changedAt() {
        return changedAt.toInstant();
    }

    public String changedBy() {
        return changedBy;
    }

    public List<Server> servers() {
        return List.copyOf(servers);
    }

    public List<Category> categories() {
        return List.copyOf(categories);
    }

    public List<Tag> tags() {
        return List.copyOf(tags);
    }

    public int version() {
        return version;
    }

    /** The beginning of its text, cut between words. */
    public String excerpt(int length) {
        String text = Markup.text(html);
        if (text.length() <= length) {
            return text;
        }
        int end = text.lastIndexOf(' ', length);
        return text.substring(0, end > 0 ? end : length) + "\u2026";
    }
}
