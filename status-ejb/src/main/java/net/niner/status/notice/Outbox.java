package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.Conditions;
import net.niner.status.platform.Page;
import net.niner.status.platform.Rows;

/** What people see of the notices, and do with them. The audit trail names them by number, never by address. */
@Stateless
public class Outbox {

    private static final String TABLE = "notice";

    /** To be sent at its time again, which may have come; for as long as if it were new, since it was a person for whom it waited. */
    private static final String AT_ITS_TIME = Stream.of(NoticeKind.values())
            .map(kind -> " when '" + kind + "' then current_timestamp + interval '"
                    + kind.goodFor().toHours() + "' hour")
            .collect(Collectors.joining(
                    "", ", due_at = greatest(not_before, ?), good_until = greatest(good_until, case kind", " end)"));

    private static final String SEEN = "state = 'HELD' and clearance = 'OPEN' and id <= ? and changed_at <= ?";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Audit audit;

    @Inject
    private Event<FindingSettled> settled;

    @Inject
    private Clock clock;

    /** Latest first. */
    @Allowed(Permission.BILLING)
    public Page<NoticeRow> find(NoticeFilter filter, int first, int most) {
        return find(filter, NoticeSort.TIME, false, first, most);
    }

    @Allowed(Permission.BILLING)
    public Page<NoticeRow> find(NoticeFilter filter, NoticeSort sort, boolean ascending, int first, int most) {
        return conditions(filter)
                .page(
                        dataSource,
                        NoticeRow.COLUMNS,
                        new Conditions.Tables(TABLE),
                        new Conditions.Tables(TABLE),
                        sort.order(ascending),
                        first,
                        most,
                        NoticeRow::of);
    }

    @Allowed(Permission.BILLING)
    public int count(NoticeFilter filter) {
        return find(filter, 0, 0).total();
    }

    /** How many stand how; those without any are missing. */
    @Allowed(Permission.BILLING)
    public Map<NoticeState, Integer> counts() {
        Map<NoticeState, Integer> counts = new EnumMap<>(NoticeState.class);
        Rows.query(
                dataSource,
                "select state, count(*) from notice group by state",
                row -> counts.put(NoticeState.valueOf(row.getString(1)), row.getInt(2)));
        return counts;
    }

    /** How many stand so, and have since then. */
    @Allowed(Permission.BILLING)
    public int countSince(NoticeState state, Instant since) {
        return Rows.query(
                        dataSource,
                        "select count(*) from notice where state = ? and changed_at >= ?",
                        row -> row.getInt(1),
                        state.name(),
                        Rows.time(since))
                .get(0);
    }

    @Allowed(Permission.BILLING)
    public Optional<NoticeView> notice(long id) {
        return Rows.query(
                        dataSource,
                        "select " + NoticeRow.COLUMNS
                                + ", subject_ref, stage, revision, text_body, html_body, sent_to, language, zone, message_id"
                                + " from notice where id = ?",
                        row -> view(row, history(id)),
                        id)
                .stream()
                .findFirst();
    }

    /** Those that wait for approval; {@link #find} with {@link NoticeFilter#toApprove} lists them. */
    @Allowed(Permission.BILLING)
    public ApprovalBatch toApprove() {
        Map<NoticeKind, Integer> kinds = new EnumMap<>(NoticeKind.class);
        Rows.query(
                dataSource,
                "select kind, count(*) from notice where state = 'HELD' and clearance = 'OPEN' group by kind",
                row -> kinds.put(NoticeKind.valueOf(row.getString(1)), row.getInt(2)));
        return Rows.query(
                        dataSource,
                        "select count(*), count(distinct recipient_ref), coalesce(max(id), 0), max(changed_at) as until from notice"
                                + " where state = 'HELD' and clearance = 'OPEN'",
                        row -> new ApprovalBatch(
                                row.getInt(1),
                                row.getInt(2),
                                row.getLong(3),
                                Optional.ofNullable(Rows.instant(row, "until")).orElse(Instant.EPOCH),
                                Collections.unmodifiableMap(kinds)))
                .get(0);
    }

    /**
     * Lets all go out that wait for approval.
     *
     * @param last {@link ApprovalBatch#last} of those that were seen
     * @param until {@link ApprovalBatch#until} of those
     * @return how many
     */
    @Allowed(Permission.BILLING)
    public int approveUpTo(long last, Instant until) {
        Instant now = clock.instant();
        int approved = moves(now)
                .move(
                        NoticeState.QUEUED,
                        "approved with all that waited",
                        AT_ITS_TIME + ", clearance = 'APPROVED'",
                        SEEN,
                        Rows.time(now),
                        last,
                        Rows.time(until));
        settle();
        audit.record("notice.approve", approved + " notices up to " + last, Map.of(), Map.of());
        return approved;
    }

    /** Takes all back that wait for approval, of those that were seen: they are never sent. Returns how many. */
    @Allowed(Permission.BILLING)
    public int cancelUpTo(long last, Instant until) {
        int cancelled =
                moves(clock.instant()).move(NoticeState.CANCELLED, "not approved", "", SEEN, last, Rows.time(until));
        settle();
        audit.record("notice.cancel", cancelled + " notices up to " + last, Map.of(), Map.of());
        return cancelled;
    }

    /** Lets one go out that waits for approval, was held, or was refused for a cause that is mended by now. */
    @Allowed(Permission.BILLING)
    public void release(long id) {
        Instant now = clock.instant();
        one(
                id,
                "release",
                moves(now)
                        .move(
                                NoticeState.QUEUED,
                                "released",
                                AT_ITS_TIME + ", clearance = 'APPROVED'",
                                "id = ? and state in ('HELD', 'FAILED') and text_body is not null",
                                Rows.time(now),
                                id));
    }

    /** Keeps one back until somebody releases it. */
    @Allowed(Permission.BILLING)
    public void hold(long id) {
        one(id, "hold", moves(clock.instant()).move(NoticeState.HELD, "held", "", "id = ? and state = 'QUEUED'", id));
    }

    /** Takes one back: it is never sent. */
    @Allowed(Permission.BILLING)
    public void cancel(long id) {
        one(
                id,
                "cancel",
                moves(clock.instant())
                        .move(NoticeState.CANCELLED, "cancelled", "", "id = ? and state in ('QUEUED', 'HELD')", id));
    }

    /**
     * Says what became of one of which the site does not know it.
     *
     * @param wasSent whether its recipient got it; if not, it is sent again
     */
    @Allowed(Permission.BILLING)
    public void resolve(long id, boolean wasSent) {
        Instant now = clock.instant();
        one(
                id,
                wasSent ? "was-sent" : "send-again",
                wasSent
                        ? moves(now)
                                .move(
                                        NoticeState.SENT,
                                        "it was sent, somebody found out",
                                        ", sent_at = coalesce(sent_at, ?)",
                                        "id = ? and state = 'UNKNOWN'",
                                        Rows.time(now),
                                        id)
                        : moves(now)
                                .move(
                                        NoticeState.QUEUED,
                                        "it was not sent, somebody found out",
                                        AT_ITS_TIME + ", clearance = 'APPROVED'",
                                        "id = ? and state = 'UNKNOWN' and text_body is not null",
                                        Rows.time(now),
                                        id));
    }

    private void one(long id, String verb, int moved) {
        if (moved == 0) {
            throw new NoticeRefused(
                    id,
                    Rows.query(
                                    dataSource,
                                    "select state from notice where id = ?",
                                    row -> NoticeState.valueOf(row.getString(1)),
                                    id)
                            .stream()
                            .findFirst()
                            .orElse(null));
        }
        settle();
        audit.record("notice." + verb, "notice " + id, Map.of(), Map.of());
    }

    /** The owner need not be told any more where nothing waits for approval. */
    private void settle() {
        if (!Approvals.someWait(dataSource)) {
            settled.fire(new FindingSettled(Approvals.FINDING));
        }
    }

    private NoticeMoves moves(Instant now) {
        return new NoticeMoves(dataSource, now, Caller.required().name());
    }

    private List<NoticeEvent> history(long id) {
        return Rows.query(
                dataSource,
                "select happened_at, state, what, who from notice_event where notice_id = ? order by id",
                row -> new NoticeEvent(
                        Rows.instant(row, "happened_at"),
                        NoticeState.valueOf(row.getString("state")),
                        row.getString("what"),
                        row.getString("who")),
                id);
    }

    private static NoticeView view(ResultSet row, List<NoticeEvent> history) throws SQLException {
        NoticeRow notice = NoticeRow.of(row);
        String text = row.getString("text_body");
        return new NoticeView(
                notice,
                new NoticeKey(
                        notice.kind(),
                        row.getString("subject_ref"),
                        notice.recipient(),
                        row.getString("stage"),
                        row.getInt("revision")),
                text == null ? null : new MailText(notice.subject(), text, row.getString("html_body")),
                row.getString("sent_to"),
                row.getString("language"),
                row.getString("zone"),
                row.getString("message_id"),
                history);
    }

    private static Conditions conditions(NoticeFilter filter) {
        Conditions conditions = new Conditions();
        among(conditions, "state", filter.states());
        among(conditions, "kind", filter.kinds());
        if (filter.words() != null && !filter.words().isBlank()) {
            String words = filter.words().strip();
            if (words.matches("\\w+:\\d+|owner")) {
                conditions.and("recipient_ref = ?", words);
            } else {
                conditions.holds(words, "address", "subject");
            }
        }
        if (filter.about() != null && !filter.about().isBlank()) {
            conditions.and("subject_ref = ?", filter.about());
        }
        if (filter.from() != null) {
            conditions.and("created_at >= ?", Rows.time(filter.from()));
        }
        if (filter.until() != null) {
            conditions.and("created_at < ?", Rows.time(filter.until()));
        }
        return filter.awaitingApproval() ? conditions.and("state = 'HELD' and clearance = 'OPEN'") : conditions;
    }

    private static void among(Conditions conditions, String column, Set<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            conditions.and(
                    column
                            + Stream.generate(() -> "?")
                                    .limit(values.size())
                                    .collect(Collectors.joining(", ", " in (", ")")),
                    values.stream().map(Enum::name).toArray());
        }
    }
}
