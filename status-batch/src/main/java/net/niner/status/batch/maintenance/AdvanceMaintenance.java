package net.niner.status.batch.maintenance;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import net.niner.status.maintenance.MaintenanceTimes;

/** Begins and ends maintenance that goes by the clock. */
@Named
@Dependent
public class AdvanceMaintenance extends AbstractBatchlet {

    @Inject
    private MaintenanceTimes maintenanceTimes;

    @Inject
    private Clock clock;

    @Override
    public String process() {
        return "began or ended " + maintenanceTimes.advance(clock.instant()) + " windows";
    }
}
