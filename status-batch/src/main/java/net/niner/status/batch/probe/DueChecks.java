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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.batch.platform.RunningProgress;
import net.niner.status.probe.CheckStates;
import net.niner.status.probe.DueCheck;
import net.niner.status.probe.Flights;
import net.niner.status.probe.Probed;

/**
 * Plans the checks that become due within the round, and hands on measurements as they land, its own and those that earlier rounds left
 * behind. The round ends with its time, or sooner when nothing is left to wait for. A round of all checks ends when each of them has been
 * measured; until then it takes in what becomes due, as rounds one after the other would, so that one target that hangs delays nobody.
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

    /** A probe ends with its timeout, a minute at most, but thousands that hang wait for each other; above this something is wrong. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

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

    /** Those of all checks that have not been measured yet; null if the round is one of the due checks. */
    private Set<Long> awaited;

    private Instant end;
    private Instant limit;
    private boolean allRecorded;

    @Override
    public void open(Serializable checkpoint) {
        Instant now = clock.instant();
        limit = now.plus(LONGEST_ROUND);
        if (which.equals("all")) {
            List<DueCheck> all = checks.dueUntil(now.plus(LONGEST_INTERVAL), now);
            awaited = all.stream().map(DueCheck::id).collect(Collectors.toCollection(HashSet::new));
            progress.expect(job.getExecutionId(), awaited.size());
            plan(all.stream().map(check -> check.dueNow(now)).toList());
        }
        takeIn(now);
        allRecorded = true;
    }

    /** All that was handed on is recorded by now: what the database says is what is known. */
    @Override
    public Serializable checkpointInfo() {
        allRecorded = true;
        return null;
    }

    @Override
    public Probed readItem() throws InterruptedException {
        while (job.getBatchStatus() != BatchStatus.STOPPING && !over()) {
            Probed probed = flights.next(GLANCE);
            if (probed != null) {
                handOn(probed);
                return probed;
            }
        }
        return null;
    }

    @Override
    public void close() {
        progress.end(job.getExecutionId());
    }

    private void handOn(Probed probed) {
        allRecorded = false;
        if (awaited != null) {
            awaited.remove(probed.check().id());
        }
    }

    private boolean over() {
        if (flights.idle()) {
            return true;
        }
        Instant now = clock.instant();
        if (awaited == null) {
            return now.isAfter(end) && !flights.anyLanded();
        }
        if (allRecorded && now.isAfter(end)) {
            takeIn(now);
        }
        return awaited.isEmpty() || now.isAfter(limit);
    }

    /** Plans what becomes due within the next seconds. To be called only when nothing is in hand: that would be planned a second time. */
    private void takeIn(Instant now) {
        end = now.plusSeconds(seconds);
        plan(checks.dueUntil(end.plus(OVERHANG), now));
    }

    /** What is awaited is expected already, also where it was under way before. */
    private void plan(List<DueCheck> due) {
        progress.expect(
                job.getExecutionId(),
                due.stream()
                        .filter(flights::plan)
                        .filter(check -> awaited == null || !awaited.contains(check.id()))
                        .count());
    }
}
