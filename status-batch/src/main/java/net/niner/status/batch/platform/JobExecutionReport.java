package net.niner.status.batch.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One execution of a job as an operator sees it. Times are UTC; null where it has not come to that.
 *
 * @param exitStatus what it said in the end; of one that failed, why
 * @param durationMs from its start to its end, or until now while it runs; null before it started
 * @param progress null where the job counts nothing
 */
public record JobExecutionReport(
        long id,
        String job,
        JobStatus status,
        String exitStatus,
        Instant created,
        Instant started,
        Instant ended,
        Long durationMs,
        Map<String, String> parameters,
        Progress progress,
        List<Step> steps) {

    /**
     * @param done items so far
     * @param total items in all, as far as is known by now
     */
    public record Progress(long done, long total) {}

    /**
     * @param exitStatus what it said in the end; of one that failed, why
     * @param read items that came in
     * @param written items that were recorded
     * @param skipped items that were passed over, for whatever reason
     * @param commits transactions that were kept
     */
    public record Step(
            String name,
            JobStatus status,
            String exitStatus,
            Instant started,
            Instant ended,
            long read,
            long written,
            long skipped,
            long commits) {}
}
