package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import net.niner.status.notice.Alerts;
import net.niner.status.notice.Subscribers;

/** Forgets addresses that were never confirmed, subscribers who left, and alerts that are long over. */
@Named
@Dependent
public class PurgeSubscribers extends AbstractBatchlet {

    @Inject
    private Subscribers subscribers;

    @Inject
    private Alerts alerts;

    @Override
    public String process() {
        return "forgot " + subscribers.purge() + " subscribers and " + alerts.purge() + " alerts";
    }
}
