package net.niner.status.batch.history;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import net.niner.status.platform.JobRepository;
import net.niner.status.setting.ChosenSettings;

/** Forgets executions that ended, well or not, and are above their age, some hundreds in each transaction. */
@Named
@Dependent
public class ForgetExecutions extends AbstractBatchlet {

    private static final int AT_ONCE = 500;

    @Inject
    private JobRepository repository;

    @Inject
    private Clock clock;

    @Inject
    private ChosenSettings settings;

    private volatile boolean stopping;

    @Override
    public String process() {
        Instant then = clock.instant().minus(settings.current().executionsKeep());
        int forgotten = 0;
        for (int some = AT_ONCE; some == AT_ONCE && !stopping; forgotten += some) {
            some = repository.forgetEndedBefore(then, AT_ONCE);
        }
        return "forgot " + forgotten + " executions";
    }

    @Override
    public void stop() {
        stopping = true;
    }
}
