package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Owners are not alarmed of what is over already, nor reminded of what somebody looks after. That it is over they learn in any case. */
@ApplicationScoped
public class AlertJudge implements NoticeJudge {

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @Override
    public Set<NoticeKind> kinds() {
        return EnumSet.of(NoticeKind.OUTAGE, NoticeKind.FINDING);
    }

    @Override
    public Judgement judge(NoticeKey key, String recipient, Instant now) {
        if (!key.subject().startsWith(AlertTelling.SUBJECT) || key.stage().equals(AlertTelling.OVER)) {
            return Judgement.SEND;
        }
        List<AlertState> states = Rows.query(
                dataSource,
                "select state from alert where letter = ?",
                row -> AlertState.valueOf(row.getString(1)),
                Long.parseLong(key.subject().substring(AlertTelling.SUBJECT.length())));
        boolean reminder = key.stage().equals(AlertTelling.REMINDER);
        boolean holds = states.stream()
                .anyMatch(state -> state == AlertState.OPEN || !reminder && state == AlertState.ACKNOWLEDGED);
        return holds ? Judgement.SEND : new Judgement.Cancel("it is over, or somebody looks after it");
    }
}
