package net.niner.status.batch.billing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import net.niner.status.billing.ImportWork;
import net.niner.status.platform.JobOutput;

/** When all rows are applied they are forgotten; after a dry run they wait. */
@Named
@Dependent
public class CloseUpload extends AbstractBatchlet {

    @EJB
    private ImportWork work;

    @EJB
    private JobOutput output;

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty
    private long upload;

    @Inject
    @BatchProperty
    private boolean dryRun;

    @Override
    public String process() {
        String said = dryRun ? "this was a dry run: nothing was changed" : "upload " + upload + " is imported";
        if (!dryRun) {
            work.complete(upload);
        }
        output.add(job.getExecutionId(), List.of(said));
        return said;
    }
}
