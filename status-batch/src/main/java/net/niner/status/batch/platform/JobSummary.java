package net.niner.status.batch.platform;

/**
 * A job and how it stands.
 *
 * @param running the execution that runs now, null if none does
 * @param last the latest execution, null if there was none, or none is remembered
 */
public record JobSummary(String name, String description, Long running, JobExecutionReport last) {}
