package net.niner.status.batch.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One execution of a job as an operator sees it. Times are UTC; null where it has not come to that.
 *
 * @param status of the Jakarta Batch specification: STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED, ABANDONED
 * @param progress null where the job counts nothing
 */
public record JobExecutionReport(
        long id,
        String job,
        String status,
        String exitStatus,
        Instant created,
        Instant started,
        Instant ended,
        Map<String, String> parameters,
        Progress progress,
        List<Step> steps) {

    /**
     * @param done items so far
     * @param total items in all, as far as is known by now
     */
    public record Progress(long done, long total) {}

    /** @param written items that were recorded */
    public record Step(String name, String status, long read, long written) {}
}
