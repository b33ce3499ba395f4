package net.niner.status.batch.notice;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import jakarta.mail.MessagingException;
import net.niner.status.notice.BounceReading;

/** Reads the mailbox of reports about mail that could not be delivered. */
@Named
@Dependent
public class ReadBounces extends AbstractBatchlet {

    @EJB
    private BounceReading reading;

    private volatile boolean stopping;

    @Override
    public String process() throws MessagingException {
        return reading.read(() -> stopping);
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
