package net.niner.status.batch.platform;

import java.time.Instant;
import java.util.List;

/**
 * A job and how it stands.
 *
 * @param schedule what makes it start by itself
 * @param everySeconds the interval of the schedule, null where it starts whenever there is something to do, or by hand only
 * @param next when it starts next, null where that is not known
 * @param overdue true if it should have run long ago: for twice its interval, or for two minutes where something is due
 * @param executions how many are remembered
 * @param failed how many of these failed and were not given up
 * @param running the execution that runs now, null if none does
 * @param last the latest execution, null if there was none, or none is remembered
 */
public record JobSummary(
        String name,
        String description,
        List<JobParameter> parameters,
        Timetable.Kind schedule,
        Long everySeconds,
        Instant next,
        boolean overdue,
        long executions,
        long failed,
        Long running,
        JobExecutionReport last) {}
