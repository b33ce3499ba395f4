package net.niner.status.batch.probe;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.Dependencies;
import net.niner.status.probe.Judgement;
import net.niner.status.probe.Probed;

/** What is to be believed after a measurement. */
@Named
@Dependent
public class JudgeMeasurement implements ItemProcessor {

    @Inject
    private CheckStates checks;

    @Inject
    private Clock clock;

    private Dependencies dependencies;

    @Override
    public Judgement processItem(Object item) {
        if (dependencies == null) {
            dependencies = checks.dependencies(clock.instant());
        }
        return Judgement.of((Probed) item, dependencies);
    }
}
