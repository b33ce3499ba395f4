package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/** Judges test notices by what their subject says. */
@ApplicationScoped
public class TestNoticesITs implements NoticeJudge {

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(NoticeKind.TEST);
    }

    @Override
    public Judgement judge(NoticeKey key, String recipient, Instant now) {
        return switch (key.stage()) {
            case "paid" -> new Judgement.Cancel("it is paid");
            case "elsewhere" -> new Judgement.SendTo("alternate@client.example");
            case "doubtful" -> throw new IllegalStateException("no judgement");
            case "broken" -> throw new StackOverflowError("no judgement at all");
            default -> Judgement.SEND;
        };
    }
}
