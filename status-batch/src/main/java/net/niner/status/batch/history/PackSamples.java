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

/** Packs samples above their age into hours, some thousands in each transaction; started anew, it goes on with what is left. */
@Named
@Dependent
public class PackSamples extends AbstractBatchlet {

    private static final int AT_ONCE = 5_000;

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
        int samples = 0;
        int hours = 0;
        Packed some = new Packed(0, 0, 0);
        while (!some.isDone() && !stopping) {
            some = packing.pack(some.next(), then, AT_ONCE);
            samples += some.samples();
            hours += some.rows();
        }
        return "packed " + samples + " samples into " + hours + " hours";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
