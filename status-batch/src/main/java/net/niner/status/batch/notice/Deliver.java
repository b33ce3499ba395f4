package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import net.niner.status.notice.DeliveryRounds;

/** Sends what waits in the outbox and is due. */
@Named
@Dependent
public class Deliver extends AbstractBatchlet {

    /** The job repository keeps no more. */
    private static final int LONGEST = 400;

    @EJB
    private DeliveryRounds rounds;

    @Inject
    private JobContext job;

    private volatile boolean stopping;

    @Override
    public String process() throws InterruptedException {
        String sentence = rounds.deliver(() -> stopping).sentence();
        // the console lists what a job said, not what its steps did
        String said = job.getTransientUserData() == null ? sentence : job.getTransientUserData() + "; " + sentence;
        job.setExitStatus(said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…");
        return sentence;
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
