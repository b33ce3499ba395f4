package net.niner.status.maintenance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import net.niner.status.account.Actor;
import net.niner.status.account.Audit;

/** Starts or ends one window whose time has come, in a transaction of its own. */
@Stateless
public class MaintenanceTurn {

    @PersistenceContext(unitName = "status")
    private EntityManager em;

    @Inject
    private Audit audit;

    @Inject
    private Event<QuietEnded> quietEnded;

    /** Returns whether there was something to do: somebody may have done it by hand. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean turn(long id, Instant now) {
        MaintenanceWindow window = em.find(MaintenanceWindow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (window == null) {
            return false;
        }
        Map<String, String> before = MaintenanceWords.of(window);
        Optional<QuietEnded> quiet = MaintenanceChanges.quiet(window);
        if (!MaintenanceRules.advance(window, now)) {
            return false;
        }
        window.changed(Actor.site().name(), now);
        em.flush();
        quiet.map(was -> new QuietEnded(was.from(), now, was.serverIds())).ifPresent(quietEnded::fire);
        audit.record("maintenance.advance", MaintenanceWords.subject(window), before, MaintenanceWords.of(window));
        return true;
    }
}
