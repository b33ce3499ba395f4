package net.niner.status.batch.history;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import net.niner.status.platform.JobRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets executions that ended, well or not, and are above their age. */
@Named
@Dependent
public class ForgetExecutions extends AbstractBatchlet {

    @Inject
    private JobRepository repository;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "status.jobs.keep", defaultValue = "P1D")
    private Duration keep;

    @Override
    public String process() {
        return "forgot " + repository.forgetEndedBefore(clock.instant().minus(keep)) + " executions";
    }
}
