package net.niner.status.batch.platform;

import jakarta.annotation.PreDestroy;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobRestartException;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.account.Allowed;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.billing.ImportWork;
import net.niner.status.platform.JobOutput;
import net.niner.status.platform.JobRepository;

/**
 * Lists, starts, stops, restarts and abandons jobs. A job runs once at a time; what the schedule began gives way to what a person asks for.
 * What people do is on the audit trail, what the schedule does is not. All that others may ask of jobs stands here, each with its permission
 * and its refusals, which makes it long; how it is found out stands in {@link Summaries}, {@link Reports} and {@link Executions}.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final String EXECUTION = "execution";

    /** The latest execution of each job that the schedule began. */
    private final Map<Job, Long> scheduled = new EnumMap<>(Job.class);

    @Inject
    private Reports reports;

    @Inject
    private Summaries summaries;

    @EJB
    private JobRepository repository;

    @EJB
    private JobTrail trail;

    @EJB
    private JobOutput output;

    @EJB
    private ImportWork imports;

    @Allowed(Permission.READ)
    public List<JobSummary> list() {
        return summaries.all();
    }

    /** @throws NoSuchJob if there is no such job */
    @Allowed(Permission.READ)
    public JobSummary about(String name) {
        return summaries.of(Job.called(name));
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
        return summaries.latest(Job.called(name), status, offset, limit);
    }

    /**
     * How many {@link #executions} there are.
     *
     * @throws NoSuchJob if there is no such job
     */
    @Allowed(Permission.READ)
    public long count(String name, JobStatus status) {
        return summaries.count(Job.called(name), status);
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
        return begin(Job.called(name), parameters);
    }

    /**
     * Applies an upload, for a person who looks after billing and need not hold the key to all jobs. Where an execution began with it and did not
     * come to its end, goes on with that one.
     *
     * @throws JobRunning if one is being applied already
     */
    @Allowed(Permission.BILLING)
    public synchronized JobExecutionReport importUpload(long upload) {
        JobExecutionReport started = imports.execution(upload)
                .filter(Executions::isBroken)
                .map(this::goOn)
                .orElseGet(() -> begin(Job.IMPORT_BILLING, Map.of("upload", String.valueOf(upload))));
        imports.begin(upload, started.id());
        return started;
    }

    private JobExecutionReport begin(Job job, Map<String, String> parameters) {
        mayDo(job);
        job.check(parameters);
        takePlace(job);
        Properties properties = new Properties();
        properties.putAll(parameters);
        JobExecutionReport started = show(Executions.operator().start(job.word(), properties));
        Map<String, String> details = new TreeMap<>(parameters);
        details.put(EXECUTION, String.valueOf(started.id()));
        trail.record("start", started, Map.of(), details);
        return started;
    }

    /** What only people start does what one of them has prepared, which takes more than to look after jobs. */
    private static void mayDo(Job job) {
        if (job.byHand()) {
            Caller.require(job.reader());
        }
    }

    /**
     * Starts it because its time has come.
     *
     * @throws JobRunning if it runs already
     */
    public synchronized JobExecutionReport startOnSchedule(Job job) {
        refuseIfRunning(job);
        long id = Executions.operator().start(job.word(), new Properties());
        scheduled.put(job, id);
        return show(id);
    }

    /** @throws NoSuchExecution if there is none, or none is remembered */
    @Allowed(Permission.READ)
    public JobExecutionReport show(long id) {
        return reports.of(Executions.required(id));
    }

    /**
     * What it printed. What names clients is for those who may see them.
     *
     * @throws NoSuchExecution if there is none, or none is remembered
     * @throws Forbidden if the caller lacks the {@link Job#reader} of its job
     */
    @Allowed(Permission.READ)
    public List<String> output(long id) {
        Job job = Job.called(Executions.required(id).getJobName());
        Caller.require(job.reader());
        return output.read(id);
    }

    /**
     * Asks it to stop; it does so after the items in hand.
     *
     * @throws NoSuchExecution if there is none
     * @throws NotRunning if it has ended
     */
    @Allowed(Permission.JOBS)
    public JobExecutionReport stop(long id) {
        JobExecution before = Executions.required(id);
        try {
            Executions.operator().stop(id);
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
        return goOn(id);
    }

    private JobExecutionReport goOn(long id) {
        JobExecution execution = Executions.required(id);
        if (execution.getBatchStatus() == BatchStatus.ABANDONED) {
            throw new NotRestartable(id);
        }
        Job job = Job.called(execution.getJobName());
        mayDo(job);
        takePlace(job);
        try {
            JobExecutionReport again = show(Executions.operator().restart(id, execution.getJobParameters()));
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
        if (running(Job.called(Executions.required(id).getJobName())).equals(Optional.of(id))) {
            throw new NotAbandonable(id);
        }
        BatchStatus before = Executions.required(id).getBatchStatus();
        switch (before) {
            case COMPLETED, ABANDONED -> throw new NotAbandonable(id);
            case STARTING, STARTED, STOPPING -> repository.failInterrupted(id);
            case STOPPED, FAILED -> LOG.log(Level.FINE, "execution {0} is given up", id);
        }
        Executions.operator().abandon(id);
        JobExecutionReport abandoned = show(id);
        trail.record("abandon", abandoned, status(before), status(BatchStatus.ABANDONED));
        return abandoned;
    }

    /** The running execution of a job, if any. */
    public Optional<Long> running(Job job) {
        return Executions.running(job);
    }

    /** An orderly end of the site is one for its jobs as well: what runs is asked to stop, and given a moment to do so. */
    @PreDestroy
    void stopAll() {
        for (Job job : Job.values()) {
            running(job).ifPresent(id -> Executions.awaitStop(job, id, FAREWELL));
        }
    }

    private static Map<String, String> status(BatchStatus status) {
        return Map.of("status", status.name());
    }

    private void takePlace(Job job) {
        running(job)
                .filter(id -> id.equals(scheduled.get(job)))
                .ifPresent(id -> Executions.awaitStop(job, id, PATIENCE));
        refuseIfRunning(job);
    }

    private void refuseIfRunning(Job job) {
        running(job).ifPresent(id -> {
            throw new JobRunning(job.word(), id);
        });
    }
}
