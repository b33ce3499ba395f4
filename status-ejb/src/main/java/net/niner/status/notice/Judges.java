package net.niner.status.notice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;

/** Asks the feature that caused a notice whether it still holds. */
@Stateless
public class Judges {

    @Inject
    @Any
    private Instance<NoticeJudge> judges;

    @Inject
    private Clock clock;

    /** In a transaction of its own: one that cannot be judged is not in the way of the others. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Judgement judge(Outgoing notice) {
        for (NoticeJudge judge : judges) {
            if (judge.kinds().contains(notice.key().kind())) {
                return judge.judge(notice.key(), notice.address(), clock.instant());
            }
        }
        return Judgement.SEND;
    }
}
