package net.niner.status.batch.history;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import net.niner.status.platform.JobRepository;
import net.niner.status.setting.ChosenSettings;

/** Forgets executions that ended, well or not, and are above their age. */
@Named
@Dependent
public class ForgetExecutions extends AbstractBatchlet {

    @Inject
    private JobRepository repository;

    @Inject
    private Clock clock;

    @Inject
    private ChosenSettings settings;

    @Override
    public String process() {
        return "forgot "
                + repository.forgetEndedBefore(
                        clock.instant().minus(settings.current().executionsKeep()))
                + " executions";
    }
}
