package net.niner.status.maintenance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.history.Outage;
import net.niner.status.history.OutageConfirmed;
import net.niner.status.history.OutageEnded;

/**
 * Writes outages to the log, where an operator without a browser looks first; only finely those of a check that flaps, and those of a server on which work goes
 * on, until it is over.
 */
@ApplicationScoped
public class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class.getName());

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private OutlivedWork outlived;

    void confirmed(@Observes(during = TransactionPhase.BEFORE_COMPLETION) OutageConfirmed event) {
        Outage outage = event.outage();
        boolean quiet = event.flapping() || windows.isQuietCheck(outage.checkId(), outage.confirmed());
        down(quiet ? Level.FINE : Level.WARNING, outage);
    }

    void workEnded(@Observes(during = TransactionPhase.BEFORE_COMPLETION) QuietEnded event) {
        outlived.by(event).forEach(outage -> down(Level.WARNING, outage));
    }

    private static void down(Level level, Outage outage) {
        LOG.log(level, "{0} is down since {1}: {2}", new Object[] {outage.check(), outage.began(), outage.cause()});
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutageEnded event) {
        Outage outage = event.outage();
        LOG.log(Level.INFO, "{0} is back since {1}; it was down since {2}", new Object[] {
            outage.check(), outage.ended(), outage.began()
        });
    }
}
