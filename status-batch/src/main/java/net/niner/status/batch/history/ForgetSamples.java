package net.niner.status.batch.history;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import net.niner.status.history.Samples;
import net.niner.status.setting.ChosenSettings;

/** Forgets samples above their age, some thousands in each transaction. */
@Named
@Dependent
public class ForgetSamples extends AbstractBatchlet {

    private static final int AT_ONCE = 5_000;

    @Inject
    private Samples samples;

    @Inject
    private Clock clock;

    @Inject
    private ChosenSettings settings;

    private volatile boolean stopping;

    @Override
    public String process() {
        Instant then = clock.instant().minus(settings.current().samplesKeep());
        int forgotten = 0;
        for (int some = AT_ONCE; some == AT_ONCE && !stopping; forgotten += some) {
            some = samples.forgetBefore(then, AT_ONCE);
        }
        return "forgot " + forgotten + " samples";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
