package net.niner.status.web.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobExecutionReport.Progress;
import net.niner.status.batch.platform.JobStatus;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Words;

/**
 * One execution as a page shows it.
 *
 * @param started null before that
 * @param ended null before that
 * @param took empty before it started
 * @param parameters empty where there were none
 * @param items how many are done, and of how many while it runs; empty where it counts nothing
 * @param percent null where nobody knows how much there is to do
 * @param said what it said in the end, empty where that is only a status
 */
public record ExecutionLine(
        long id,
        String job,
        JobStatus status,
        String state,
        Moment started,
        Moment ended,
        String took,
        String parameters,
        String items,
        Integer percent,
        String said,
        List<StepLine> steps) {

    private static final int ALL = 100;

    /** What the runtime says where a job says nothing: the status that it had then. */
    private static final Set<String> STATUSES =
            Arrays.stream(JobStatus.values()).map(JobStatus::name).collect(Collectors.toUnmodifiableSet());

    /** One of its steps. */
    public record StepLine(
            String name,
            JobStatus status,
            String state,
            Moment started,
            String took,
            long read,
            long written,
            long skipped,
            long commits,
            String said) {}

    public static ExecutionLine of(JobExecutionReport report, Words words) {
        return new ExecutionLine(
                report.id(),
                report.job(),
                report.status(),
                words.of("jobs.status", report.status()),
                moment(report.started(), words),
                moment(report.ended(), words),
                report.durationMs() == null ? "" : new Length(Duration.ofMillis(report.durationMs())).text(words),
                report.parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining(", ")),
                items(report, words),
                percent(report.progress()),
                said(report.exitStatus()),
                report.steps().stream().map(step -> step(step, words)).toList());
    }

    public boolean underWay() {
        return status.underWay();
    }

    /** Whether it can be taken up again, or given up. */
    public boolean open() {
        return status == JobStatus.STOPPED || status == JobStatus.FAILED;
    }

    private static StepLine step(JobExecutionReport.Step step, Words words) {
        boolean whole = step.started() != null && step.ended() != null;
        return new StepLine(
                step.name(),
                step.status(),
                words.of("jobs.status", step.status()),
                moment(step.started(), words),
                whole ? new Length(Duration.between(step.started(), step.ended())).text(words) : "",
                step.read(),
                step.written(),
                step.skipped(),
                step.commits(),
                said(step.exitStatus()));
    }

    private static String items(JobExecutionReport report, Words words) {
        Progress progress = report.progress();
        if (progress == null || progress.total() == 0) {
            return "";
        }
        return report.status().underWay() || progress.done() != progress.total()
                ? words.of("jobs.items.of", progress.done(), progress.total())
                : words.of("jobs.items", progress.done());
    }

    private static Integer percent(Progress progress) {
        return progress == null || progress.total() == 0 ? null : (int) (ALL * progress.done() / progress.total());
    }

    private static String said(String exitStatus) {
        return exitStatus == null || STATUSES.contains(exitStatus) ? "" : exitStatus;
    }

    private static Moment moment(Instant at, Words words) {
        return at == null ? null : new Moment(at, words.locale());
    }
}
