package net.niner.status.batch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.niner.status.batch.platform.JobExecutionReport.Progress;

/** How far the running executions are. Only for the eye: it is gone with the execution. */
@ApplicationScoped
public class RunningProgress {

    private final Map<Long, Progress> byExecution = new ConcurrentHashMap<>();

    /** So many more items are to be done. */
    public void expect(long executionId, long items) {
        byExecution.merge(executionId, new Progress(0, items), RunningProgress::sum);
    }

    /** So many more items are done. */
    public void advance(long executionId, long items) {
        byExecution.merge(executionId, new Progress(items, 0), RunningProgress::sum);
    }

    public void end(long executionId) {
        byExecution.remove(executionId);
    }

    Optional<Progress> of(long executionId) {
        return Optional.ofNullable(byExecution.get(executionId));
    }

    private static Progress sum(Progress a, Progress b) {
        long done = a.done() + b.done();
        return new Progress(done, Math.max(done, a.total() + b.total()));
    }
}
