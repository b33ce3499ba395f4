package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what notices said and where they went. That they were, by their keys, is kept where they could be sent a second time. */
@Stateless
public class NoticeRetention {

    private static final String FORGET =
            "update notice set address = null, sent_to = null, subject = null, text_body = null, html_body = null where ";

    private static final String DONE = "state not in ('QUEUED', 'SENDING', 'HELD', 'UNKNOWN')";
    private static final Period SOON = Period.ofDays(30);

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** How long what notices to clients said is kept. */
    @Inject
    @ConfigProperty(name = "status.notices.keep", defaultValue = "P400D")
    private String keep;

    /**
     * Forgets what old notices said, at most that many; returns how many. Those that are still to be sent, or decided about, stay. What went to
     * subscribers, to whom a post says the same, and to owners is forgotten after a month.
     */
    public int forget(int most) {
        Instant soon = before(SOON);
        Instant late = before(Period.parse(keep));
        return Rows.update(
                dataSource,
                FORGET
                        + "id in (select id from notice where (created_at < ? or audience <> 'CLIENT' and created_at < ?)"
                        + " and text_body is not null and " + DONE + " order by created_at fetch first ? rows only)",
                Rows.time(late),
                Rows.time(soon),
                most);
    }

    /**
     * Deletes, with their histories, at most that many of the forgotten notices whose keys cannot come again: a post is announced once, and mails that
     * were asked for are counted. Returns how many.
     */
    public int delete(int most) {
        List<Long> old = Rows.query(
                dataSource,
                "select id from notice where audience = 'SUBSCRIBER' and created_at < ? and text_body is null and "
                        + DONE + " order by created_at fetch first ? rows only",
                row -> row.getLong(1),
                Rows.time(before(SOON.plus(Period.parse(keep)))),
                most);
        for (String table : List.of("notice_event where notice_id", "notice where id")) {
            Rows.batch(dataSource, "delete from " + table + " = ?", old, (statement, id) -> Rows.bind(statement, id));
        }
        return old.size();
    }

    private Instant before(Period period) {
        return clock.instant().atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    /**
     * Forgets what all notices to a recipient said, in the caller's transaction; those that wait are not sent.
     *
     * @param recipient the {@link Recipient#ref}
     */
    public int forget(String recipient) {
        new NoticeMoves(dataSource, clock.instant(), null)
                .move(
                        NoticeState.CANCELLED,
                        "what is known of its recipient is erased",
                        "",
                        "recipient_ref = ? and state in ('QUEUED', 'HELD')",
                        recipient);
        return Rows.update(
                dataSource,
                FORGET + "recipient_ref = ? and text_body is not null and state not in ('QUEUED', 'HELD', 'SENDING')",
                recipient);
    }
}
