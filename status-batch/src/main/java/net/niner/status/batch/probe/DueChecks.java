package net.niner.status.batch.probe;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.niner.status.batch.platform.RunningProgress;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.DueCheck;
import net.niner.status.probe.Flights;
import net.niner.status.probe.Probed;

/**
 * Plans the checks that become due within the round, and hands on measurements as they land, its own and those that earlier rounds left
 * behind. The round ends with its time, or sooner when nothing is left to wait for.
 */
@Named
@Dependent
public class DueChecks extends AbstractItemReader {

    /** How long a stop request may wait for notice. */
    private static final Duration GLANCE = Duration.ofMillis(200);

    /** What becomes due while the next round is being started is planned by this one. */
    private static final Duration OVERHANG = Duration.ofSeconds(3);

    /** Until when all checks become due. */
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(2);

    @Inject
    private CheckStates checks;

    @Inject
    private Flights flights;

    @Inject
    private RunningProgress progress;

    @Inject
    private Clock clock;

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty(name = "checks")
    private String which;

    @Inject
    @BatchProperty
    private int seconds;

    private Instant end;

    @Override
    public void open(Serializable checkpoint) {
        Instant now = clock.instant();
        end = now.plusSeconds(seconds);
        progress.expect(
                job.getExecutionId(), due(now).stream().filter(flights::plan).count());
    }

    @Override
    public Probed readItem() throws InterruptedException {
        while (job.getBatchStatus() != BatchStatus.STOPPING && !over()) {
            Probed probed = flights.next(GLANCE);
            if (probed != null) {
                return probed;
            }
        }
        return null;
    }

    @Override
    public void close() {
        progress.end(job.getExecutionId());
    }

    private List<DueCheck> due(Instant now) {
        if (which.equals("all")) {
            return checks.dueUntil(now.plus(LONGEST_INTERVAL), now).stream()
                    .map(check -> check.dueNow(now))
                    .toList();
        }
        return checks.dueUntil(end.plus(OVERHANG), now);
    }

    private boolean over() {
        return flights.idle() || (clock.instant().isAfter(end) && !flights.anyLanded());
    }
}
