package net.niner.status.web.jobs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobStatus;
import net.niner.status.batch.platform.JobSummary;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** What the jobs put on the desk: one that should have run, and what failed lately and was not given up. */
@RequestScoped
public class JobsDesk implements DeskItems {

    private static final Duration LATELY = Duration.ofHours(24);

    @Inject
    private Jobs jobs;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Override
    public List<DeskItem> items() {
        Instant then = clock.instant().minus(LATELY);
        return jobs.list().stream()
                .flatMap(job -> Stream.concat(overdue(job), failed(job, then)))
                .toList();
    }

    private Stream<DeskItem> overdue(JobSummary job) {
        if (!job.overdue()) {
            return Stream.empty();
        }
        Words words = visitor.words();
        return Stream.of(new DeskItem(
                Urgency.SOON,
                words.of("jobs.desk.overdue", job.name()),
                JobLine.schedule(job, words),
                job.last() == null ? null : job.last().created(),
                words.of("jobs.desk.look"),
                "/admin/job?name=" + job.name()));
    }

    /** The latest only: a job that fails fails often, and for the same reason. */
    private Stream<DeskItem> failed(JobSummary job, Instant then) {
        if (job.failed() == 0) {
            return Stream.empty();
        }
        return jobs.executions(job.name(), JobStatus.FAILED, 0, 1).stream()
                .filter(execution ->
                        execution.ended() != null && execution.ended().isAfter(then))
                .map(execution -> failed(job, execution));
    }

    private DeskItem failed(JobSummary job, JobExecutionReport execution) {
        Words words = visitor.words();
        return new DeskItem(
                Urgency.SOON,
                words.of("jobs.desk.failed", job.name(), job.failed()),
                execution.exitStatus(),
                execution.ended(),
                words.of("jobs.desk.look"),
                "/admin/execution?id=" + execution.id());
    }
}
