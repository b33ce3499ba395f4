package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what notices said and where they went. That they were, by their keys, is kept: else they could be sent a second time. */
@Stateless
public class NoticeRetention {

    private static final String FORGET =
            "update notice set address = null, sent_to = null, subject = null, text_body = null, html_body = null where ";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** How long what notices said is kept. */
    @Inject
    @ConfigProperty(name = "status.notices.keep", defaultValue = "P400D")
    private String keep;

    /** Forgets what old notices said, at most that many; returns how many. Those that are still to be sent, or decided about, stay. */
    public int forget(int most) {
        return Rows.update(
                dataSource,
                FORGET + "id in (select id from notice where created_at < ? and text_body is not null"
                        + " and state not in ('QUEUED', 'SENDING', 'HELD', 'UNKNOWN') order by created_at fetch first ? rows only)",
                Rows.time(clock.instant()
                        .atZone(ZoneOffset.UTC)
                        .minus(Period.parse(keep))
                        .toInstant()),
                most);
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
