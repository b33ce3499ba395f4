package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import net.niner.status.notice.NoticeRetention;

/** Forgets what old notices said and where they went, some hundreds in each transaction. */
@Named
@Dependent
public class ForgetNotices extends AbstractBatchlet {

    private static final int AT_ONCE = 500;

    @EJB
    private NoticeRetention retention;

    private volatile boolean stopping;

    @Override
    public String process() {
        int forgotten = 0;
        for (int some = AT_ONCE; some == AT_ONCE && !stopping; forgotten += some) {
            some = retention.forget(AT_ONCE);
        }
        return "forgot " + forgotten + " old notices";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
