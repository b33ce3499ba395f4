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
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
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
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.account.Allowed;
import net.niner.status.account.Permission;
import net.niner.status.platform.JobRepository;

/**
 * Lists, starts, stops, restarts and abandons jobs. A job runs once at a time; what the schedule began gives way to what a person asks for.
 * What people do is on the audit trail, what the schedule does is not.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final String EXECUTION = "execution";

    /** The latest execution of each job that the schedule began. */
    private final Map<Job, Long> scheduled = new EnumMap<>(Job.class);

    @Inject
    private Reports reports;

    @EJB
    private Schedule schedule;

    @EJB
    private JobRepository repository;

    @EJB
    private JobTrail trail;

    @Allowed(Permission.READ)
    public List<JobSummary> list() {
        return Arrays.stream(Job.values()).map(this::summary).toList();
    }

    /** @throws NoSuchJob if there is no such job */
    @Allowed(Permission.READ)
    public JobSummary about(String name) {
        return summary(Job.called(name));
    }

    /**
     * A part of a job's executions, latest first.
     *
     * @param status only those that stand so; null for all
     * @param offset how many to pass over
     * @throws NoSuchJob if there is no such job
     */
    @Allowed(Permission.READ)
    public List<JobExecutionReport> executions(String name, JobStatus status, int offset, int limit) {
        return latest(Job.called(name), status, offset, limit);
    }

    /**
     * How many {@link #executions} there are.
     *
     * @throws NoSuchJob if there is no such job
     */
    @Allowed(Permission.READ)
    public long count(String name, JobStatus status) {
        return repository.count(Job.called(name).word(), word(status));
    }

    /**
     * Starts it for a person. If the schedule's execution runs, it is asked to stop first: with many checks a round nearly always runs, and
     * nobody could ever start one.
     *
     * @throws NoSuchJob if there is no such job
     * @throws BadParameter if it does not take such parameters
     * @throws JobRunning if it runs already because a person started it, or if the schedule's does not stop in time
     */
    @Allowed(Permission.JOBS)
    public synchronized JobExecutionReport start(String name, Map<String, String> parameters) {
        Job job = Job.called(name);
        job.check(parameters);
        takePlace(job);
        Properties properties = new Properties();
        properties.putAll(parameters);
        JobExecutionReport started = show(operator().start(job.word(), properties));
        Map<String, String> details = new TreeMap<>(parameters);
        details.put(EXECUTION, String.valueOf(started.id()));
        trail.record("start", started, Map.of(), details);
        return started;
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
    @Allowed(Permission.READ)
    public JobExecutionReport show(long id) {
        return reports.of(execution(id));
    }

    /**
     * Asks it to stop; it does so after the items in hand.
     *
     * @throws NoSuchExecution if there is none
     * @throws NotRunning if it has ended
     */
    @Allowed(Permission.JOBS)
    public JobExecutionReport stop(long id) {
        JobExecution before = execution(id);
        try {
            operator().stop(id);
        } catch (JobExecutionNotRunningException e) {
            throw new NotRunning(id);
        }
        JobExecutionReport stopping = show(id);
        trail.record("stop", stopping, status(before.getBatchStatus()), status(BatchStatus.STOPPING));
        return stopping;
    }

    /**
     * Goes on with it, for a person: the schedule's execution gives way, as in {@link #start}.
     *
     * @throws NoSuchExecution if there is none
     * @throws JobRunning if the job runs
     * @throws NotRestartable if it was completed, or a later one exists
     */
    @Allowed(Permission.JOBS)
    public synchronized JobExecutionReport restart(long id) {
        JobExecution execution = execution(id);
        if (execution.getBatchStatus() == BatchStatus.ABANDONED) {
            throw new NotRestartable(id);
        }
        takePlace(Job.called(execution.getJobName()));
        try {
            JobExecutionReport again = show(operator().restart(id, execution.getJobParameters()));
            trail.record(
                    "restart",
                    again,
                    Map.of(EXECUTION, String.valueOf(id)),
                    Map.of(EXECUTION, String.valueOf(again.id())));
            return again;
        } catch (JobExecutionAlreadyCompleteException | JobExecutionNotMostRecentException | JobRestartException e) {
            throw new NotRestartable(id, e);
        }
    }

    /**
     * Gives it up: it will not be restarted, and counts as dealt with. One of which the repository says that it runs while nothing runs any
     * more can be given up as well.
     *
     * @throws NoSuchExecution if there is none
     * @throws NotAbandonable if it runs, was completed, or is given up already
     */
    @Allowed(Permission.JOBS)
    public synchronized JobExecutionReport abandon(long id) {
        if (running(Job.called(execution(id).getJobName())).equals(Optional.of(id))) {
            throw new NotAbandonable(id);
        }
        BatchStatus before = execution(id).getBatchStatus();
        switch (before) {
            case COMPLETED, ABANDONED -> throw new NotAbandonable(id);
            case STARTING, STARTED, STOPPING -> repository.failInterrupted(id);
            case STOPPED, FAILED -> LOG.log(Level.FINE, "execution {0} is given up", id);
        }
        operator().abandon(id);
        JobExecutionReport abandoned = show(id);
        trail.record("abandon", abandoned, status(before), status(BatchStatus.ABANDONED));
        return abandoned;
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
        JobExecutionReport last = latest(job, null, 0, 1).stream().findFirst().orElse(null);
        Optional<Long> running = running(job);
        Timetable timetable = schedule.of(job, last == null ? null : last.created());
        return new JobSummary(
                job.word(),
                job.description(),
                job.parameters(),
                timetable.kind(),
                timetable.kind() == Timetable.Kind.INTERVAL ? job.interval().toSeconds() : null,
                timetable.next(),
                timetable.overdue() && running.isEmpty(),
                repository.count(job.word(), null),
                repository.count(job.word(), JobStatus.FAILED.name()),
                running.orElse(null),
                last);
    }

    private List<JobExecutionReport> latest(Job job, JobStatus status, int offset, int limit) {
        return repository.executions(job.word(), word(status), offset, limit).stream()
                .map(Jobs::remembered)
                .flatMap(Optional::stream)
                .map(reports::of)
                .toList();
    }

    private static String word(JobStatus status) {
        return status == null ? null : status.name();
    }

    private static Map<String, String> status(BatchStatus status) {
        return Map.of("status", status.name());
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

    private static JobExecution execution(long id) {
        return remembered(id).orElseThrow(() -> new NoSuchExecution(id));
    }

    private static Optional<JobExecution> remembered(long id) {
        try {
            return Optional.ofNullable(operator().getJobExecution(id));
        } catch (NoSuchJobExecutionException e) {
            return Optional.empty();
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
