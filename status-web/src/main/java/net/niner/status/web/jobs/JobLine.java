package net.niner.status.web.jobs;

import java.time.Duration;
import net.niner.status.batch.platform.Job;
import net.niner.status.batch.platform.JobSummary;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Words;

/**
 * One job as a page shows it.
 *
 * @param about what it does
 * @param schedule when it runs by itself
 * @param next null where that is not known
 * @param remembered how many executions there are, and how many failed
 * @param running null if it does not
 * @param last null if it never ran, or nothing is remembered
 */
public record JobLine(
        String name,
        String about,
        String schedule,
        Moment next,
        boolean overdue,
        String remembered,
        long failed,
        ExecutionLine running,
        ExecutionLine last) {

    static JobLine of(JobSummary job, Words words) {
        ExecutionLine last = job.last() == null ? null : ExecutionLine.of(job.last(), words);
        return new JobLine(
                job.name(),
                words.of("jobs.about", Job.called(job.name())),
                schedule(job, words),
                job.next() == null ? null : new Moment(job.next(), words.locale()),
                job.overdue(),
                words.of("jobs.remembered", job.executions(), job.failed()),
                job.failed(),
                last != null && last.underWay() ? last : null,
                last);
    }

    static String schedule(JobSummary job, Words words) {
        return switch (job.schedule()) {
            case WHEN_DUE -> words.of("jobs.schedule.WHEN_DUE");
            case BY_HAND -> words.of("jobs.schedule.BY_HAND");
            case INTERVAL ->
                words.of("jobs.schedule.INTERVAL", new Length(Duration.ofSeconds(job.everySeconds())).text(words));
        };
    }
}
