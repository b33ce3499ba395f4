package net.niner.status.batch.billing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import net.niner.status.batch.platform.RunningProgress;
import net.niner.status.billing.ImportWork;

/** The numbers of an upload's rows, from where an earlier execution left off; of a dry run none. The rows themselves stay in the database until they are applied. */
@Named
@Dependent
public class UploadRows extends AbstractItemReader {

    @EJB
    private ImportWork work;

    @Inject
    private RunningProgress progress;

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty
    private long upload;

    @Inject
    @BatchProperty
    private boolean dryRun;

    private int done;
    private int rows;

    @Override
    public void open(Serializable checkpoint) {
        done = checkpoint == null ? 0 : (Integer) checkpoint;
        rows = dryRun ? 0 : work.rows(upload);
        if (!dryRun) {
            work.begin(upload, job.getExecutionId());
            progress.expect(job.getExecutionId(), rows);
            progress.advance(job.getExecutionId(), done);
        }
    }

    @Override
    public Integer readItem() {
        return done < rows ? ++done : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return done;
    }

    @Override
    public void close() {
        progress.end(job.getExecutionId());
    }
}
