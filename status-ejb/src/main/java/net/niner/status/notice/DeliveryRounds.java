package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Delivers what is due, outside of transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryRounds {

    @Resource
    private ManagedThreadFactory threads;

    @EJB
    private Deliveries deliveries;

    @EJB
    private Approvals approvals;

    @EJB
    private Judges judges;

    @EJB
    private MailSetups setups;

    @Inject
    private MailDesk desk;

    @Inject
    private Throttle throttle;

    @Inject
    private RelayHealth health;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "status.mail.connections", defaultValue = "12")
    private int connections;

    /** @param stopping asked again and again: what is under way is brought to its end, and nothing more is begun */
    public DeliveryReport deliver(BooleanSupplier stopping) throws InterruptedException {
        deliveries.lapse();
        int stale = deliveries.expire();
        int held = approvals.decide();
        if (!deliveries.mayDeliver()) {
            return new DeliveryReport(DeliveryReport.NOTHING.outcomes(), held, stale, null);
        }
        DeliveryReport sent = new DeliveryRound(
                        new DeliveryRound.Parts(deliveries, judges, desk, throttle, health, clock),
                        setups.read(),
                        connections,
                        threads,
                        stopping)
                .run();
        return new DeliveryReport(sent.outcomes(), held, stale, sent.trouble());
    }
}
