package net.niner.status.batch.billing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import net.niner.status.batch.platform.RunningProgress;
import net.niner.status.billing.ImportWork;

/** Brings the register to what a chunk of rows says, in one transaction with the place where the next execution would go on. */
@Named
@Dependent
public class ApplyRows extends AbstractItemWriter {

    @EJB
    private ImportWork work;

    @Inject
    private RunningProgress progress;

    @Inject
    private JobContext job;

    @Inject
    private StepContext step;

    @Inject
    @BatchProperty
    private long upload;

    @Override
    public void open(Serializable checkpoint) {
        say();
    }

    @Override
    public void writeItems(List<Object> rows) {
        int changes = work.apply(upload, (Integer) rows.get(0), (Integer) rows.get(rows.size() - 1))
                .size();
        step.setPersistentUserData(changes() + changes);
        progress.advance(job.getExecutionId(), rows.size());
        say();
    }

    private int changes() {
        return step.getPersistentUserData() == null ? 0 : (Integer) step.getPersistentUserData();
    }

    private void say() {
        int changes = changes();
        step.setExitStatus(changes == 1 ? "made 1 change" : "made " + changes + " changes");
    }
}
