package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.Rows;

/** Forgets what notices say of somebody whose data is erased: those to them, and those about them. That there was one, and when, stays. */
@Stateless
public class ForgottenNotices {

    private static final String WHICH = "(recipient_ref = ? or subject_ref = ?)";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /**
     * What of it has not gone out is cancelled; one that is being sent just now goes out.
     *
     * @param ref the {@link Recipient#ref}
     * @return how many were cancelled
     */
    public int forget(String ref) {
        String who = Caller.current().orElseGet(Actor::site).name();
        int cancelled = new NoticeMoves(dataSource, clock.instant(), who)
                .move(
                        NoticeState.CANCELLED,
                        "the client’s data was erased",
                        "",
                        WHICH + " and state in ('QUEUED', 'HELD')",
                        ref,
                        ref);
        Rows.update(
                dataSource,
                "update notice_event set what = '-' where notice_id in (select id from notice where " + WHICH + ")",
                ref,
                ref);
        Rows.update(
                dataSource,
                "update notice set address = null, sent_to = null, subject = null, text_body = null, html_body = null,"
                        + " why = '-', reason = '-' where state not in ('QUEUED', 'HELD', 'SENDING') and " + WHICH,
                ref,
                ref);
        return cancelled;
    }

    /** Takes words out of the notices to the owner, which may name several people and go out all the same. */
    public void takeOut(List<String> words) {
        for (String word : words) {
            Rows.update(
                    dataSource,
                    "update notice set subject = replace(subject, ?, '-'), text_body = replace(text_body, ?, '-'),"
                            + " html_body = replace(html_body, ?, '-') where audience = 'OWNER' and text_body is not null",
                    word,
                    word,
                    Letter.escaped(word));
        }
    }
}
