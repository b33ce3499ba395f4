package net.niner.status.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The probes that are planned, under way or landed. They outlive the round that planned them: a target that hangs holds up one worker until
 * its deadline and nobody else, and the next round takes in what it came to. At most {@code bound} probes run at once.
 */
public final class Flights {

    private static final Logger LOG = Logger.getLogger(Flights.class.getName());
    private static final Duration RETRY = Duration.ofMillis(20);

    private final Set<Long> planned = ConcurrentHashMap.newKeySet();
    private final Queue<DueCheck> ready = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Probed> landed = new LinkedBlockingQueue<>();
    private final AtomicInteger workers = new AtomicInteger();
    private final Executor executor;
    private final ScheduledExecutorService timer;
    private final int bound;
    private final Function<DueCheck, Finding> probe;
    private final Consumer<Duration> lateness;
    private final Clock clock;

    /**
     * @param executor runs the probes
     * @param timer wakes planned probes at their time
     * @param probe makes one probe; always returns
     * @param lateness is told how late each probe began
     */
    public Flights(
            Executor executor,
            ScheduledExecutorService timer,
            int bound,
            Function<DueCheck, Finding> probe,
            Consumer<Duration> lateness,
            Clock clock) {
        this.executor = executor;
        this.timer = timer;
        this.bound = bound;
        this.probe = probe;
        this.lateness = lateness;
        this.clock = clock;
    }

    /** Probes the check at its due time, or now if that has passed. False if it is planned, under way or not yet taken in already. */
    public boolean plan(DueCheck check) {
        if (!planned.add(check.id())) {
            return false;
        }
        Duration delay = Duration.between(clock.instant(), check.dueAt());
        if (delay.isZero() || delay.isNegative()) {
            launch(check);
        } else {
            timer.schedule(() -> launch(check), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        return true;
    }

    /** The next one that landed, or null if none does within {@code patience}. */
    public Probed next(Duration patience) throws InterruptedException {
        Probed probed = landed.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (probed != null) {
            planned.remove(probed.check().id());
        }
        return probed;
    }

    /** True if one has landed and waits. */
    public boolean anyLanded() {
        return !landed.isEmpty();
    }

    /** True if nothing is planned, under way or waiting to be taken in. */
    public boolean idle() {
        return planned.isEmpty();
    }

    private void launch(DueCheck check) {
        ready.add(check);
        staff();
    }

    /** One more worker, if the bound allows. */
    private void staff() {
        if (workers.incrementAndGet() > bound) {
            workers.decrementAndGet();
            return;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException busy) {
            workers.decrementAndGet();
            timer.schedule(this::staffIfNeeded, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void staffIfNeeded() {
        if (!ready.isEmpty()) {
            staff();
        }
    }

    private void work() {
        try {
            for (DueCheck check = ready.poll(); check != null; check = ready.poll()) {
                fly(check);
            }
        } finally {
            workers.decrementAndGet();
        }
        staffIfNeeded();
    }

    /** Whatever is thrown, an error included, proves nothing; a check that did not land would never be probed again. */
    private Finding finding(DueCheck check, Instant began) {
        try {
            lateness.accept(Duration.between(check.dueAt(), began));
            return probe.apply(check);
        } catch (Throwable e) {
            LOG.log(Level.WARNING, "the probe of " + check.name() + " failed on its own account", Probes.bare(e));
            return Probes.failedItself(e);
        }
    }

    private void fly(DueCheck check) {
        Instant began = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Finding finding = finding(check, began);
        landed.add(new Probed(
                check, Measurement.of(check.id(), began, finding, check.rules().slowAbove())));
    }
}
