package net.niner.status.batch.platform;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import net.niner.status.batch.platform.JobExecutionReport.Progress;
import net.niner.status.batch.platform.JobExecutionReport.Step;

/** What the batch runtime knows of an execution, in an operator's terms. Called by {@link Jobs} only. */
@ApplicationScoped
class Reports {

    @Inject
    private RunningProgress running;

    JobExecutionReport of(JobExecution execution) {
        List<Step> steps = BatchRuntime.getJobOperator().getStepExecutions(execution.getExecutionId()).stream()
                .map(Reports::step)
                .toList();
        return new JobExecutionReport(
                execution.getExecutionId(),
                execution.getJobName(),
                execution.getBatchStatus().name(),
                execution.getExitStatus(),
                instant(execution.getCreateTime()),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                parameters(execution.getJobParameters()),
                running.of(execution.getExecutionId()).orElseGet(() -> ended(steps)),
                steps);
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
                step.getBatchStatus().name(),
                metric(step, Metric.MetricType.READ_COUNT),
                metric(step, Metric.MetricType.WRITE_COUNT));
    }

    private static long metric(StepExecution step, Metric.MetricType type) {
        return Arrays.stream(step.getMetrics())
                .filter(metric -> metric.getType() == type)
                .mapToLong(Metric::getValue)
                .findFirst()
                .orElse(0);
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
