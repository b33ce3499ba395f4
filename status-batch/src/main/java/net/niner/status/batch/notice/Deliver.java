package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import net.niner.status.notice.DeliveryRounds;

/** Sends what waits in the outbox and is due. */
@Named
@Dependent
public class Deliver extends AbstractBatchlet {

    @EJB
    private DeliveryRounds rounds;

    private volatile boolean stopping;

    @Override
    public String process() throws InterruptedException {
        return rounds.deliver(() -> stopping).sentence();
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
