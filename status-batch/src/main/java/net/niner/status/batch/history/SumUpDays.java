package net.niner.status.batch.history;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import net.niner.status.history.HistoryPacking;
import net.niner.status.history.Packed;
import net.niner.status.setting.ChosenSettings;

/** Sums up the days whose hours are packed, some hundreds of hours in each transaction. */
@Named
@Dependent
public class SumUpDays extends AbstractBatchlet {

    private static final int AT_ONCE = 500;

    @Inject
    private HistoryPacking packing;

    @Inject
    private Clock clock;

    @Inject
    private ChosenSettings settings;

    private volatile boolean stopping;

    @Override
    public String process() {
        Instant then = clock.instant().minus(settings.current().samplesKeep());
        int days = 0;
        Packed some = new Packed(0, 0, 0);
        while (!some.isDone() && !stopping) {
            some = packing.sumUp(some.next(), then, AT_ONCE);
            days += some.rows();
        }
        return "summed up " + days + " days";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
