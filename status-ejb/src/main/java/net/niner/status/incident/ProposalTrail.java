package net.niner.status.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import net.niner.status.account.Audit;

/**
 * Writes down what the site proposes, at the very end of the transaction: the next outage of the same round may wait for an incident that a
 * person holds, who in turn waits for the trail.
 */
@ApplicationScoped
public class ProposalTrail {

    @Inject
    private Audit audit;

    void proposed(@Observes(during = TransactionPhase.BEFORE_COMPLETION) Proposed event) {
        audit.record(event.action(), event.title(), event.before(), event.after());
    }
}
