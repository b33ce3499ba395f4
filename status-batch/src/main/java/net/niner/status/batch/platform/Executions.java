package net.niner.status.batch.platform;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The batch runtime's executions: which there are, which run, and how one is brought to an end. Called by {@link Jobs} only. */
final class Executions {

    private static final Logger LOG = Logger.getLogger(Executions.class.getName());
    private static final Duration GLANCE = Duration.ofMillis(50);

    private Executions() {}

    static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }

    /** The running execution of a job, if any. */
    static Optional<Long> running(Job job) {
        try {
            return operator().getRunningExecutions(job.word()).stream().max(Long::compare);
        } catch (NoSuchJobException neverRun) {
            return Optional.empty();
        }
    }

    /** @throws NoSuchExecution if there is none, or none is remembered */
    static JobExecution required(long id) {
        return remembered(id).orElseThrow(() -> new NoSuchExecution(id));
    }

    static Optional<JobExecution> remembered(long id) {
        try {
            return Optional.ofNullable(operator().getJobExecution(id));
        } catch (NoSuchJobExecutionException e) {
            return Optional.empty();
        }
    }

    /** Whether it came to an end, and not to its own: it can be gone on with. */
    static boolean isBroken(long id) {
        return remembered(id)
                .filter(execution -> execution.getBatchStatus() == BatchStatus.FAILED
                        || execution.getBatchStatus() == BatchStatus.STOPPED)
                .isPresent();
    }

    /** Asks it to stop, and waits until it has, or until the patience is at its end. */
    static void awaitStop(Job job, long id, Duration patience) {
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
}
