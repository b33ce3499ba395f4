package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.platform.NamingWords;
import net.niner.status.platform.Rows;

/** Forgets what notices say of somebody whose data is erased: those to them, and those about them. That there was one, and when, stays. */
@Stateless
public class ForgottenNotices {

    private static final String WHICH = "(recipient_ref = ? or subject_ref = ?)";

    private record Words(long id, String subject, String text, String html) {}

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

    /** Takes words out of the notices to the owner that name somebody; these may name others as well and go out all the same. */
    public void takeOut(NamingWords words) {
        for (String word : words.own()) {
            List<Words> named = Rows.query(
                            dataSource,
                            "select id, subject, text_body, html_body from notice where audience = 'OWNER' and text_body is not null"
                                    + " and (position(cast(? as varchar(2000)) in text_body) > 0"
                                    + " or position(cast(? as varchar(2000)) in subject) > 0)",
                            row -> new Words(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                            word,
                            word)
                    .stream()
                    .filter(notice -> words.isNamed(notice.text()) || words.isNamed(notice.subject()))
                    .toList();
            Rows.batch(
                    dataSource,
                    "update notice set subject = ?, text_body = ?, html_body = ? where id = ?",
                    named,
                    (statement, notice) -> {
                        statement.setString(1, words.takenOut(notice.subject(), UnaryOperator.identity()));
                        statement.setString(2, words.takenOut(notice.text(), UnaryOperator.identity()));
                        statement.setString(3, words.takenOut(notice.html(), Letter::escaped));
                        statement.setLong(4, notice.id());
                    });
        }
    }
}
