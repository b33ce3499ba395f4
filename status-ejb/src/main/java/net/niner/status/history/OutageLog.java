package net.niner.status.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes outages to the log, where an operator without a browser looks first; a flapping check's only finely. */
@ApplicationScoped
public class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class.getName());

    void confirmed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutageConfirmed event) {
        Outage outage = event.outage();
        LOG.log(event.flapping() ? Level.FINE : Level.WARNING, "{0} is down since {1}: {2}", new Object[] {
            outage.check(), outage.began(), outage.cause()
        });
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutageEnded event) {
        Outage outage = event.outage();
        LOG.log(Level.INFO, "{0} is back since {1}; it was down since {2}", new Object[] {
            outage.check(), outage.ended(), outage.began()
        });
    }
}
