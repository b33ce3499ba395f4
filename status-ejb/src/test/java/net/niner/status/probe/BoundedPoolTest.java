package net.niner.status.probe;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedPoolTest {

    private static final int BOUND = 100;

    private final BoundedPool pool = new BoundedPool(BOUND, Executors.defaultThreadFactory());
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
        pool.shutdownNow();
    }

    @Test
    void asManyAsTheBoundRunAtOnce() throws InterruptedException {
        CountDownLatch running = fill(BOUND);
        assertThat(running.await(20, SECONDS)).isTrue();
    }

    @Test
    void asManyAgainMayWaitAndTheRestIsRejected() {
        fill(2 * BOUND);
        assertThatThrownBy(() -> fill(1)).isInstanceOf(RejectedExecutionException.class);
    }

    /** Each caller has one task at a time: the next follows at once when its result is there, its thread perhaps not yet idle. */
    @Test
    void callersUpToTheBoundAreNeverRejected() throws Exception {
        BoundedPool small = new BoundedPool(4, Executors.defaultThreadFactory());
        ExecutorService callers = Executors.newFixedThreadPool(4);
        Callable<Integer> caller = () -> {
            int done = 0;
            for (int i = 0; i < 5_000; i++) {
                done += small.submit(() -> 1).get();
            }
            return done;
        };
        try {
            List<Future<Integer>> all = new ArrayList<>(callers.invokeAll(List.of(caller, caller, caller, caller)));
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(5_000);
            }
        } finally {
            callers.shutdownNow();
            small.shutdownNow();
        }
    }

    private CountDownLatch fill(int tasks) {
        CountDownLatch running = new CountDownLatch(tasks);
        for (int i = 0; i < tasks; i++) {
            pool.execute(() -> {
                running.countDown();
                awaitEnd();
            });
        }
        return running;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
