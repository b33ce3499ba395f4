package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Subscribers get what they still want, of what still holds. */
@ApplicationScoped
public class SubscriberJudge implements NoticeJudge {

    private static final String WINDOW_OF_POST = """
            select 1 from maintenance_window_post p join maintenance_window w on w.id = p.window_id
            where p.post_id = ? and w.state = 'CANCELLED' and p.state <> 'CANCELLED'
            """;

    private static final String REMINDED = """
            select 1 from announcement a join maintenance_window w on w.id = a.window_id
            where a.window_id = ? and a.stage = ? and a.revision = ? and w.state = 'PLANNED'
              and w.planned_from = a.planned_from and w.planned_from > ?
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Override
    public Set<NoticeKind> kinds() {
        return EnumSet.of(
                NoticeKind.CONFIRM_SUBSCRIPTION,
                NoticeKind.INCIDENT,
                NoticeKind.MAINTENANCE,
                NoticeKind.MAINTENANCE_REMINDER,
                NoticeKind.POST_MORTEM,
                NoticeKind.BILLING_POST);
    }

    @Override
    public Judgement judge(NoticeKey key, String recipient, Instant now) {
        String state = state(key.recipient()).orElse("");
        if (key.kind() == NoticeKind.CONFIRM_SUBSCRIPTION) {
            String wanted = (key.stage().equals(SubscriptionLetters.MANAGE)
                            ? SubscriberState.ACTIVE
                            : SubscriberState.PENDING)
                    .name();
            return state.equals(wanted)
                    ? Judgement.SEND
                    : new Judgement.Cancel("the subscription is confirmed, or has ended");
        }
        if (!state.equals(SubscriberState.ACTIVE.name())) {
            return new Judgement.Cancel("the subscriber has left");
        }
        return key.kind() == NoticeKind.MAINTENANCE_REMINDER ? reminder(key, now) : post(number(key.subject()));
    }

    private Judgement reminder(NoticeKey key, Instant now) {
        return has(REMINDED, number(key.subject()), key.stage(), key.revision(), Rows.time(now))
                ? Judgement.SEND
                : new Judgement.Cancel("the work was moved or cancelled, or has begun");
    }

    private Judgement post(long id) {
        if (!has("select 1 from post where id = ? and state = 'PUBLISHED'", id)) {
            return new Judgement.Cancel("the post was withdrawn");
        }
        return has(WINDOW_OF_POST, id) ? new Judgement.Cancel("the work was cancelled") : Judgement.SEND;
    }

    private Optional<String> state(String ref) {
        List<String> states = Rows.query(
                dataSource, "select state from subscriber where id = ?", row -> row.getString(1), number(ref));
        return states.stream().findFirst();
    }

    private boolean has(String query, Object... values) {
        return !Rows.query(dataSource, query, row -> true, values).isEmpty();
    }

    private static long number(String ref) {
        return Long.parseLong(ref.substring(ref.indexOf(':') + 1));
    }
}
