package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.niner.status.maintenance.MaintenanceState;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;

/** Makes notices of one announcement, one for each subscriber whom it concerns, however many of their servers it is about. */
@Stateless
public class Announcing {

    /** Notices in one transaction. */
    static final int AT_ONCE = 500;

    private static final String FIND =
            "select post_id, window_id, stage, revision, planned_from, announced_at, reached from announcement"
                    + " where id = ? and done_at is null for update";

    private static final String WHOM = """
            select s.id, s.address, s.language from subscriber s
            where s.state = 'ACTIVE' and s.id > ? and s.confirmed_at <= ?
              and exists (select 1 from subscriber_topic t where t.subscriber_id = s.id and t.topic in (%s))
              and (s.every_server or %s)
            order by s.id fetch first 500 rows only
            """;

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Notices notices;

    @EJB
    private PostLetters letters;

    @Inject
    private SiteUrl site;

    /**
     * What became of one part.
     *
     * @param last whether there is nothing more to tell
     */
    public record Part(int told, boolean last) {}

    private record Row(
            Long post, Long window, String stage, int revision, Instant plannedFrom, Instant at, long reached) {}

    private record Reader(long id, String address, String language) {}

    /** What is to be told, to those who chose one of the topics, and one of the servers where it is about any. */
    private record News(
            NoticeKind kind,
            String subject,
            Set<Topic> topics,
            List<Server> servers,
            Function<Locale, MailText> text) {}

    /** The next ones. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Part tellSome(long id, Instant now) {
        Optional<Row> found = Rows.query(
                        dataSource,
                        FIND,
                        row -> new Row(
                                row.getObject("post_id", Long.class),
                                row.getObject("window_id", Long.class),
                                row.getString("stage"),
                                row.getInt("revision"),
                                Rows.instant(row, "planned_from"),
                                Rows.instant(row, "announced_at"),
                                row.getLong("reached")),
                        id)
                .stream()
                .findFirst();
        Optional<News> news = found.flatMap(this::news);
        if (news.isEmpty()) {
            done(id, now);
            return new Part(0, true);
        }
        Row row = found.get();
        List<Reader> readers = readers(news.get(), row);
        Map<Locale, MailText> texts = new HashMap<>();
        int told = notices.enqueueAll(readers.stream()
                .map(reader -> notice(news.get(), row, reader, texts))
                .toList());
        boolean last = readers.size() < AT_ONCE;
        if (!readers.isEmpty()) {
            Rows.update(
                    dataSource,
                    "update announcement set reached = ?, told = told + ? where id = ?",
                    readers.get(readers.size() - 1).id(),
                    readers.size(),
                    id);
        }
        if (last) {
            done(id, now);
        }
        return new Part(told, last);
    }

    /** What was announced so long ago that no notice of it would be sent any more is not tried again; says whether it was. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean giveUp(long id, Instant now) {
        return Rows.update(
                        dataSource,
                        "update announcement set done_at = ? where id = ? and done_at is null"
                                + " and (announced_at < ? or post_id is null and announced_at < ?)",
                        Rows.time(now),
                        id,
                        Rows.time(now.minus(NoticeKind.POST_MORTEM.goodFor())),
                        Rows.time(now.minus(NoticeKind.MAINTENANCE_REMINDER.goodFor())))
                == 1;
    }

    private void done(long id, Instant now) {
        Rows.update(dataSource, "update announcement set done_at = ? where id = ?", Rows.time(now), id);
    }

    private Optional<News> news(Row row) {
        return row.post() != null ? ofPost(row.post()) : ofWindow(row);
    }

    private Optional<News> ofPost(long id) {
        Post post = em.find(Post.class, id);
        Set<Topic> topics = Topic.of(post);
        if (post.state() != PostState.PUBLISHED || topics.isEmpty() || isInternal(post.servers())) {
            return Optional.empty();
        }
        NoticeKind kind = AnnouncedPosts.kind(topics);
        return Optional.of(
                new News(kind, "post:" + id, topics, post.servers(), locale -> letters.of(post, kind, locale)));
    }

    private Optional<News> ofWindow(Row row) {
        MaintenanceWindow window = em.find(MaintenanceWindow.class, row.window());
        if (window.state() != MaintenanceState.PLANNED
                || !window.plannedFrom().equals(row.plannedFrom())
                || isInternal(window.servers())) {
            return Optional.empty();
        }
        return Optional.of(new News(
                NoticeKind.MAINTENANCE_REMINDER,
                "window:" + window.id(),
                Set.of(Topic.MAINTENANCE),
                window.servers(),
                locale -> new AnnouncementText(locale, site).of(window)));
    }

    /** About servers of which no client knows; it may have been otherwise when it was announced. */
    private static boolean isInternal(List<Server> servers) {
        return !servers.isEmpty() && servers.stream().noneMatch(server -> server.visibility() == Visibility.PUBLIC);
    }

    private List<Reader> readers(News news, Row row) {
        String topics = news.topics().stream().map(topic -> "'" + topic + "'").collect(Collectors.joining(", "));
        return Rows.query(
                dataSource,
                WHOM.formatted(topics, concerned(news.servers())),
                found -> new Reader(found.getLong("id"), found.getString("address"), found.getString("language")),
                row.reached(),
                Rows.time(row.at()));
    }

    /** What is about no server concerns everybody. */
    private static String concerned(List<Server> servers) {
        if (servers.isEmpty()) {
            return "1 = 1";
        }
        return servers.stream()
                .filter(server -> server.visibility() == Visibility.PUBLIC)
                .map(server -> server.id().toString())
                .collect(Collectors.joining(
                        ", ",
                        "exists (select 1 from subscriber_server x where x.subscriber_id = s.id and x.server_id in (",
                        "))"));
    }

    private NoticeDraft notice(News news, Row row, Reader reader, Map<Locale, MailText> texts) {
        Locale locale = Locale.forLanguageTag(reader.language());
        String ref = Recipient.subscriber(reader.id());
        return new NoticeDraft(
                new NoticeKey(news.kind(), news.subject(), ref, row.stage(), row.revision()),
                new Recipient(ref, reader.address(), locale, ZoneOffset.UTC),
                texts.computeIfAbsent(locale, news.text()),
                row.at(),
                row.post() == null ? "planned work begins soon" : "a post was published");
    }
}
