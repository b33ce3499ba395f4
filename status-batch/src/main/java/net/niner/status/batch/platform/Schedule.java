package net.niner.status.batch.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.niner.status.notice.Bounces;
import net.niner.status.platform.JobRepository;
import net.niner.status.platform.Migrations;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.Flights;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts the jobs at their times. Timers are not persistent: what was missed while the site was down is due at the next start anyway. A job
 * that runs already is not started again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Schedule {

    private static final Logger LOG = Logger.getLogger(Schedule.class.getName());
    private static final Duration TICK = DueWork.tick(Job.PROBE_ROUND);

    /** What could not be done is not tried again at once: each try is an execution that people read. */
    private static final Duration REST = Duration.ofMinutes(1);

    /** A round of deliveries leaves the rest to the next one, which then is due since when this one was; the outbox knows itself when a relay rests. */
    private static final Duration REST_OF_DELIVERIES = Duration.ofSeconds(10);

    private record Try(Instant at, List<Instant> waiting) {}

    @Resource
    private TimerService timers;

    @EJB
    private Migrations migrations;

    @EJB
    private Jobs jobs;

    @Inject
    private CheckStates checks;

    @Inject
    private DueWork due;

    @EJB
    private Bounces bounces;

    @Inject
    private JobRepository repository;

    @Inject
    private Flights flights;

    @Inject
    private Clock clock;

    private Instant begun;

    /** For what each job was started last that starts when something is due. */
    private final Map<Job, Try> tries = new ConcurrentHashMap<>();

    @Inject
    @ConfigProperty(name = "status.jobs.scheduled", defaultValue = "true")
    private boolean scheduled;

    @PostConstruct
    void begin() {
        migrations.await();
        repository.failInterrupted();
        begun = clock.instant();
        if (scheduled) {
            Stream.of(Job.values())
                    .filter(job -> !job.byHand())
                    .forEach(job -> every(job.interval() == null ? DueWork.tick(job) : job.interval(), job));
        }
    }

    /**
     * When it starts that job.
     *
     * @param last when the job began last, null if that is not known
     */
    public Timetable of(Job job, Instant last) {
        Instant now = clock.instant();
        if (!scheduled || job.byHand()) {
            return Timetable.byHand();
        }
        if (job.interval() == null) {
            return Timetable.whenDue(due.next(job, now).orElse(null), now);
        }
        return Timetable.interval(job.interval(), last == null || last.isBefore(begun) ? begun : last, next(job), now);
    }

    private Instant next(Job job) {
        return timers.getTimers().stream()
                .filter(timer -> job.equals(timer.getInfo()))
                .map(timer -> timer.getNextTimeout().toInstant())
                .findFirst()
                .orElse(null);
    }

    @Timeout
    void due(Timer timer) {
        Job job = (Job) timer.getInfo();
        try {
            if (hasWork(job)) {
                jobs.startOnSchedule(job);
            }
        } catch (JobRunning stillRunning) {
            LOG.log(Level.FINE, stillRunning.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, job.word() + " could not be started", e);
        }
    }

    private boolean hasWork(Job job) {
        return switch (job) {
            case PROBE_ROUND -> roundIsDue();
            case PUBLISH_DUE, WATCH_INVOICES, DELIVER_NOTICES -> isDue(job);
            case COMPACT_HISTORY -> true;
            case READ_BOUNCES -> bounces.configured();
            case IMPORT_BILLING -> false;
        };
    }

    private boolean roundIsDue() {
        Instant now = clock.instant();
        return pagesAnswer()
                && jobs.running(Job.PROBE_ROUND).isEmpty()
                && (!flights.idle() || checks.anyDueUntil(now.plus(TICK), now));
    }

    /** What was due at the last try already, and still is, waits for a while: it must not keep the rest from being done in time. */
    private boolean isDue(Job job) {
        Instant now = clock.instant();
        List<Instant> waiting = due.overdue(job, now);
        Try last = tries.get(job);
        if (waiting.isEmpty()
                || last != null
                        && waiting.equals(last.waiting())
                        && now.isBefore(last.at().plus(job == Job.DELIVER_NOTICES ? REST_OF_DELIVERIES : REST))) {
            return false;
        }
        tries.put(job, new Try(now, waiting));
        return true;
    }

    /** The launcher says so; without a launcher nobody does, and nothing waits. Asked each time, since it changes once. */
    private static boolean pagesAnswer() {
        return Boolean.parseBoolean(System.getProperty("status.deployed", "true"));
    }

    private void every(Duration interval, Job job) {
        timers.createIntervalTimer(interval.toMillis(), interval.toMillis(), new TimerConfig(job, false));
    }
}
