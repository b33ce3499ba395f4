package net.niner.status.batch.platform;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import net.niner.status.batch.platform.JobExecutionReport.Progress;
import net.niner.status.batch.platform.JobExecutionReport.Step;

/** What the batch runtime knows of an execution, in an operator's terms. Called by {@link Jobs} only. */
@ApplicationScoped
class Reports {

    private static final Set<MetricType> SKIPPED = EnumSet.of(
            MetricType.READ_SKIP_COUNT,
            MetricType.PROCESS_SKIP_COUNT,
            MetricType.WRITE_SKIP_COUNT,
            MetricType.FILTER_COUNT);

    @Inject
    private RunningProgress running;

    @Inject
    private Clock clock;

    JobExecutionReport of(JobExecution execution) {
        List<Step> steps = BatchRuntime.getJobOperator().getStepExecutions(execution.getExecutionId()).stream()
                .sorted(Comparator.comparingLong(StepExecution::getStepExecutionId))
                .map(Reports::step)
                .toList();
        return new JobExecutionReport(
                execution.getExecutionId(),
                execution.getJobName(),
                JobStatus.valueOf(execution.getBatchStatus().name()),
                execution.getExitStatus(),
                instant(execution.getCreateTime()),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                duration(execution),
                parameters(execution.getJobParameters()),
                running.of(execution.getExecutionId()).orElseGet(() -> ended(steps)),
                steps);
    }

    private Long duration(JobExecution execution) {
        Instant started = instant(execution.getStartTime());
        if (started == null) {
            return null;
        }
        Instant ended = instant(execution.getEndTime());
        return Duration.between(started, ended == null ? clock.instant() : ended)
                .toMillis();
    }

    private static Progress ended(List<Step> steps) {
        long read = steps.stream().mapToLong(Step::read).sum();
        return steps.isEmpty()
                ? null
                : new Progress(steps.stream().mapToLong(Step::written).sum(), read);
    }

    private static Step step(StepExecution step) {
        return new Step(
                step.getStepName(),
                JobStatus.valueOf(step.getBatchStatus().name()),
                step.getExitStatus(),
                instant(step.getStartTime()),
                instant(step.getEndTime()),
                metric(step, EnumSet.of(MetricType.READ_COUNT)),
                metric(step, EnumSet.of(MetricType.WRITE_COUNT)),
                metric(step, SKIPPED),
                metric(step, EnumSet.of(MetricType.COMMIT_COUNT)));
    }

    private static long metric(StepExecution step, Set<MetricType> types) {
        return Arrays.stream(step.getMetrics())
                .filter(metric -> types.contains(metric.getType()))
                .mapToLong(Metric::getValue)
                .sum();
    }

    private static Map<String, String> parameters(Properties properties) {
        Map<String, String> parameters = new TreeMap<>();
        if (properties != null) {
            properties.forEach((name, value) -> parameters.put((String) name, (String) value));
        }
        return parameters;
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
