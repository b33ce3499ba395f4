package net.niner.status.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
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

    @Inject
    private Event<FindingSettled> settled;

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

    /** One that was taken back before it was sent. */
    public record Withdrawn(String recipient, int revision) {}

    /**
     * Takes back what still waits and says what holds no more, in the caller's transaction. Whoever is still concerned may be told anew: under the
     * same key, which is free again.
     *
     * @param subject as {@link NoticeKey} has it
     * @param recipient the {@link Recipient#ref}, null for all
     * @param reason for the history of each
     */
    public List<Withdrawn> withdraw(NoticeKind kind, String subject, String recipient, String reason) {
        String stamp = "|" + UUID.randomUUID();
        String which = "kind = ? and subject_ref = ? and state in ('QUEUED', 'HELD')";
        List<Object> values = new ArrayList<>(List.of(stamp, stamp, kind.name(), subject));
        if (recipient != null) {
            which += " and recipient_ref = ?";
            values.add(recipient);
        }
        int moved = new NoticeMoves(
                        dataSource,
                        clock.instant(),
                        Caller.current().map(Actor::name).orElse(null))
                .move(
                        NoticeState.CANCELLED,
                        reason,
                        ", notice_key = notice_key || cast(? as varchar(60)), message_id = 'withdrawn' || cast(? as varchar(60))",
                        which,
                        values.toArray());
        if (moved == 0) {
            return List.of();
        }
        if (!Approvals.someWait(dataSource)) {
            settled.fire(new FindingSettled(Approvals.FINDING));
        }
        return Rows.query(
                dataSource,
                "select recipient_ref, revision from notice where kind = ? and subject_ref = ? and message_id = ?",
                row -> new Withdrawn(row.getString(1), row.getInt(2)),
                kind.name(),
                subject,
                "withdrawn" + stamp);
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
