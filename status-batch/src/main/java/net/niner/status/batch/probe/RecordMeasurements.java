package net.niner.status.batch.probe;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import net.niner.status.batch.platform.RunningProgress;
import net.niner.status.history.Outages;
import net.niner.status.history.Samples;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.Judgement;

/** Records a chunk in one short transaction: states, samples, outages. */
@Named
@Dependent
public class RecordMeasurements extends AbstractItemWriter {

    @Inject
    private CheckStates checks;

    @Inject
    private Samples samples;

    @Inject
    private Outages outages;

    @Inject
    private RunningProgress progress;

    @Inject
    private JobContext job;

    @Override
    public void writeItems(List<Object> items) {
        List<Judgement> judgements = items.stream().map(Judgement.class::cast).toList();
        checks.write(judgements);
        samples.write(judgements.stream().map(Judgement::measurement).toList());
        outages.follow(judgements);
        progress.advance(job.getExecutionId(), judgements.size());
    }
}
