package net.niner.status.probe;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BOUND = 4;

    /** Like the server's: no queue, refuses what is too much. */
    private final ExecutorService executor = new ThreadPoolExecutor(0, BOUND, 5, SECONDS, new SynchronousQueue<>());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<Duration> lateness = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Flights flights = new Flights(executor, timer, BOUND, this::probe, lateness::add, Clock.systemUTC());

    @AfterEach
    void land() {
        hanging.countDown();
        executor.shutdownNow();
        timer.shutdownNow();
    }

    @Test
    void whatIsPlannedLands() throws Exception {
        assertThat(flights.plan(check(1, Instant.now()))).isTrue();
        assertThat(flights.idle()).isFalse();
        Probed probed = flights.next(PATIENCE);
        assertThat(probed.check().id()).isEqualTo(1);
        assertThat(probed.measurement().outcome()).isEqualTo(Outcome.UP);
        assertThat(flights.idle()).isTrue();
    }

    @Test
    void noCheckIsPlannedTwiceBeforeItIsTakenIn() throws Exception {
        flights.plan(check(1, Instant.now()));
        assertThat(flights.plan(check(1, Instant.now()))).isFalse();
        flights.next(PATIENCE);
        assertThat(flights.plan(check(1, Instant.now()))).isTrue();
    }

    @Test
    void nothingBeginsBeforeItsTime() throws Exception {
        for (int i = 1; i <= 20; i++) {
            Instant due = Instant.now().plusMillis(10).truncatedTo(ChronoUnit.MILLIS);
            flights.plan(check(i, due));
            Probed probed = flights.next(PATIENCE);
            assertThat(probed.measurement().at()).isAfterOrEqualTo(due);
        }
        assertThat(lateness).hasSize(20).noneMatch(Duration::isNegative);
    }

    @Test
    void aPartOfAMillisecondIsWaitedFor() {
        AtomicLong waited = new AtomicLong();
        ScheduledExecutorService listening = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                waited.set(unit.toNanos(delay));
                return null;
            }
        };
        Instant now = Instant.parse("2025-06-11T16:48:00.000400Z");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new Flights(executor, listening, BOUND, this::probe, lateness::add, clock)
                .plan(check(1, Instant.parse("2025-06-11T16:48:00.300Z")));
        assertThat(waited.get()).isGreaterThanOrEqualTo(299_600_000);
        listening.shutdownNow();
    }

    @Test
    void oneThatHangsHoldsUpNobodyElse() throws Exception {
        flights.plan(check(HANGS, Instant.now()));
        for (int i = 1; i <= 50; i++) {
            flights.plan(check(i, Instant.now()));
        }
        for (int i = 1; i <= 50; i++) {
            assertThat(flights.next(PATIENCE).check().id()).isNotEqualTo(HANGS);
        }
        assertThat(flights.idle()).isFalse();
        hanging.countDown();
        assertThat(flights.next(PATIENCE).check().id()).isEqualTo(HANGS);
        assertThat(flights.idle()).isTrue();
    }

    @Test
    void noMoreThanTheBoundRunAtOnceAndAllAreRun() throws Exception {
        for (int i = 1; i <= 2_000; i++) {
            flights.plan(check(i, Instant.now()));
        }
        for (int i = 1; i <= 2_000; i++) {
            assertThat(flights.next(PATIENCE)).isNotNull();
        }
        assertThat(flights.idle()).isTrue();
        assertThat(mostAtOnce.get()).isBetween(1, BOUND);
    }

    @Test
    void anAnswerAboveTheLimitIsSlow() throws Exception {
        CheckRules strict = new CheckRules(PATIENCE, PATIENCE, 3, 2, Duration.ofMillis(1));
        flights.plan(new DueCheck(1, 1, "slow", Kind.TCP, "{}", strict, true, CheckState.INITIAL, Instant.now()));
        assertThat(flights.next(PATIENCE).measurement().outcome()).isEqualTo(Outcome.SLOW);
    }

    @Test
    void oneThatFailsWithAnErrorLandsAsUnknownAndCanBePlannedAgain() throws Exception {
        flights.plan(check(FAILS, Instant.now()));
        Measurement measurement = flights.next(PATIENCE).measurement();
        assertThat(measurement.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(measurement.detail()).isEqualTo("the probe itself failed: StackOverflowError");
        assertThat(flights.plan(check(FAILS, Instant.now()))).isTrue();
    }

    private static final long HANGS = 99_999;
    private static final long FAILS = 99_998;

    private Finding probe(DueCheck check) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (check.id() == HANGS) {
                hanging.await();
            }
            if (check.id() == FAILS) {
                throw new StackOverflowError();
            }
            return Finding.up(Duration.ofMillis(5), "answered");
        } catch (InterruptedException e) {
            return Finding.unknown("interrupted");
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static DueCheck check(long id, Instant due) {
        return new DueCheck(id, 1, "check " + id, Kind.TCP, "{}", CheckRules.DEFAULT, true, CheckState.INITIAL, due);
    }
}
