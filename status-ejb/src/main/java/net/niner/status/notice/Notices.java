package net.niner.status.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.platform.DatabaseException;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;

/** Puts notices into the outbox. */
@Stateless
public class Notices {

    private static final int AT_ONCE = 500;

    private static final String INSERT = """
            insert into notice (notice_key, kind, audience, subject_ref, recipient_ref, stage, revision, address, language, zone,
                subject, text_body, html_body, why, state, clearance, priority, not_before, good_until, due_at, attempts, message_id,
                created_at, changed_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?
            where not exists (select 1 from notice where notice_key = ?)""";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MailSetups setups;

    @Inject
    private MessageIds messageIds;

    @Inject
    private SiteUrl site;

    @Inject
    private Clock clock;

    private Engine engine;

    @PostConstruct
    void lookUp() {
        engine = Engine.of(dataSource);
    }

    /**
     * Enqueues it in the caller's transaction, unless its key exists already.
     *
     * @return whether it is new
     */
    public boolean enqueue(NoticeDraft draft) {
        return enqueueAll(List.of(draft)) == 1;
    }

    /** @return how many of them are new */
    public int enqueueAll(List<NoticeDraft> drafts) {
        if (drafts.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        String domain = domain();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT + engine.unlessThere())) {
            int added = 0;
            for (int first = 0; first < drafts.size(); first += AT_ONCE) {
                for (NoticeDraft draft : drafts.subList(first, Math.min(first + AT_ONCE, drafts.size()))) {
                    bind(statement, draft, domain, now);
                    statement.addBatch();
                }
                for (int count : statement.executeBatch()) {
                    added += Math.max(0, count);
                }
            }
            return added;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Of the site, or where nobody has said that, of the address that mail is from. */
    private String domain() {
        return site.get()
                .map(address -> URI.create(address).getHost())
                .or(() -> MailAddress.of(setups.read().setup().fromAddress())
                        .map(from -> from.text().substring(from.text().indexOf('@') + 1)))
                .orElse("localhost");
    }

    private void bind(PreparedStatement statement, NoticeDraft draft, String domain, Instant now) throws SQLException {
        NoticeKey key = draft.key();
        NoticeKind kind = key.kind();
        Recipient recipient = draft.recipient();
        boolean unasked = kind.audience() == Audience.CLIENT;
        Rows.bind(
                statement,
                key.text(),
                kind.name(),
                kind.audience().name(),
                key.subject(),
                key.recipient(),
                key.stage(),
                key.revision(),
                recipient.address(),
                recipient.language().toLanguageTag(),
                recipient.zone().getId(),
                storable(draft.text().subject()),
                storable(draft.text().text()),
                storable(draft.text().html()),
                storable(draft.why()),
                NoticeState.QUEUED.name(),
                (unasked ? Clearance.OPEN : Clearance.PASSED).name(),
                priority(kind),
                Rows.time(draft.notBefore()),
                Rows.time(draft.notBefore().plus(kind.goodFor())),
                Rows.time(draft.notBefore()),
                messageIds.of(key, domain),
                Rows.time(now),
                Rows.time(now),
                key.text());
    }

    /** What somebody waits for goes first, and what goes out by the thousand last. */
    private static int priority(NoticeKind kind) {
        return switch (kind) {
            case CONFIRM_SUBSCRIPTION, TEST -> 0;
            default ->
                switch (kind.audience()) {
                    case OWNER -> 0;
                    case SUBSCRIBER -> 1;
                    case CLIENT -> 2;
                };
        };
    }

    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
