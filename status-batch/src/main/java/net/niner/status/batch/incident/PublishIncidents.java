package net.niner.status.batch.incident;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import net.niner.status.incident.DueIncidents;

/** Publishes the incidents that outages proposed and nobody took up in time. */
@Named
@Dependent
public class PublishIncidents extends AbstractBatchlet {

    @Inject
    private DueIncidents dueIncidents;

    @Inject
    private Clock clock;

    @Override
    public String process() {
        return "published " + dueIncidents.publishDue(clock.instant()) + " incidents";
    }
}
