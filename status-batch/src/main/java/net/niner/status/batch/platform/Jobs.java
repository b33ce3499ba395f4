package net.niner.status.batch.platform;

import jakarta.annotation.PreDestroy;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lists, starts, stops and restarts jobs. A job runs once at a time; what the schedule began gives way to what a person asks for. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** The latest execution of each job that the schedule began. */
    private final Map<Job, Long> scheduled = new EnumMap<>(Job.class);

    @Inject
    private Reports reports;

    public List<JobSummary> list() {
        return Arrays.stream(Job.values()).map(this::summary).toList();
    }

    /**
     * Latest first.
     *
     * @throws NoSuchJob if there is no such job
     */
    public List<JobExecutionReport> executions(String name, int limit) {
        return instances(Job.called(name), limit).stream()
                .flatMap(instance -> operator().getJobExecutions(instance).stream())
                .sorted((a, b) -> Long.compare(b.getExecutionId(), a.getExecutionId()))
                .limit(limit)
                .map(reports::of)
                .toList();
    }

    /**
     * Starts it for a person. If the schedule's execution runs, it is asked to stop first: with many checks a round nearly always runs, and
     * nobody could ever start one.
     *
     * @throws NoSuchJob if there is no such job
     * @throws BadParameter if it does not take such parameters
     * @throws JobRunning if it runs already because a person started it, or if the schedule's does not stop in time
     */
    public synchronized JobExecutionReport start(String name, Map<String, String> parameters) {
        Job job = Job.called(name);
        job.check(parameters);
        takePlace(job);
        Properties properties = new Properties();
        properties.putAll(parameters);
        return show(operator().start(job.word(), properties));
    }

    /**
     * Starts it because its time has come.
     *
     * @throws JobRunning if it runs already
     */
    public synchronized JobExecutionReport startOnSchedule(Job job) {
        refuseIfRunning(job);
        long id = operator().start(job.word(), new Properties());
        scheduled.put(job, id);
        return show(id);
    }

    /** @throws NoSuchExecution if there is none, or none is remembered */
    public JobExecutionReport show(long id) {
        return reports.of(execution(id));
    }

    /**
     * Asks it to stop; it does so after the items in hand.
     *
     * @throws NoSuchExecution if there is none
     * @throws NotRunning if it has ended
     */
    public JobExecutionReport stop(long id) {
        execution(id);
        try {
            operator().stop(id);
        } catch (JobExecutionNotRunningException e) {
            throw new NotRunning(id);
        }
        return show(id);
    }

    /**
     * Goes on with it, for a person: the schedule's execution gives way, as in {@link #start}.
     *
     * @throws NoSuchExecution if there is none
     * @throws JobRunning if the job runs
     * @throws NotRestartable if it was completed, or a later one exists
     */
    public synchronized JobExecutionReport restart(long id) {
        JobExecution execution = execution(id);
        takePlace(Job.called(execution.getJobName()));
        try {
            return show(operator().restart(id, execution.getJobParameters()));
        } catch (JobExecutionAlreadyCompleteException | JobExecutionNotMostRecentException | JobRestartException e) {
            throw new NotRestartable(id, e);
        }
    }

    /** The running execution of a job, if any. */
    public Optional<Long> running(Job job) {
        try {
            return operator().getRunningExecutions(job.word()).stream().max(Long::compare);
        } catch (NoSuchJobException neverRun) {
            return Optional.empty();
        }
    }

    /** An orderly end of the site is one for its jobs as well: what runs is asked to stop, and given a moment to do so. */
    @PreDestroy
    void stopAll() {
        for (Job job : Job.values()) {
            running(job).ifPresent(id -> awaitStop(job, id, FAREWELL));
        }
    }

    private JobSummary summary(Job job) {
        List<JobExecutionReport> latest = executions(job.word(), 1);
        return new JobSummary(
                job.word(), job.description(), running(job).orElse(null), latest.isEmpty() ? null : latest.get(0));
    }

    private void takePlace(Job job) {
        running(job).filter(id -> id.equals(scheduled.get(job))).ifPresent(id -> awaitStop(job, id, PATIENCE));
        refuseIfRunning(job);
    }

    private void awaitStop(Job job, long id, Duration patience) {
        long began = System.nanoTime();
        while (running(job).equals(Optional.of(id)) && System.nanoTime() - began < patience.toNanos()) {
            askToStop(id);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** It may be too early to be asked, or too late: then it is asked again, or has ended. */
    private static void askToStop(long id) {
        try {
            operator().stop(id);
        } catch (JobExecutionNotRunningException e) {
            LOG.log(Level.FINE, e, () -> "execution " + id + " cannot be stopped now");
        }
    }

    private void refuseIfRunning(Job job) {
        running(job).ifPresent(id -> {
            throw new JobRunning(job.word(), id);
        });
    }

    private static List<JobInstance> instances(Job job, int limit) {
        try {
            return operator().getJobInstances(job.word(), 0, limit);
        } catch (NoSuchJobException neverRun) {
            return List.of();
        }
    }

    private static JobExecution execution(long id) {
        try {
            JobExecution execution = operator().getJobExecution(id);
            if (execution == null) {
                throw new NoSuchExecution(id);
            }
            return execution;
        } catch (NoSuchJobExecutionException e) {
            throw new NoSuchExecution(id);
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
