package net.niner.status.web.probe;

import java.time.Instant;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Outcome;
import net.niner.status.web.platform.api.Milliseconds;

/** A {@link CheckReport} for programs: the same, with its latency as a number. */
public record CheckStanding(
        long id,
        String server,
        String name,
        String kind,
        Outcome state,
        boolean flapping,
        Instant since,
        Double latencyMs,
        Instant measuredAt,
        Outcome lastOutcome,
        String detail,
        Instant dueAt,
        boolean paused) {

    static CheckStanding of(CheckReport report) {
        return new CheckStanding(
                report.id(),
                report.server(),
                report.name(),
                report.kind(),
                report.state(),
                report.flapping(),
                report.since(),
                Milliseconds.of(report.latency()),
                report.measuredAt(),
                report.lastOutcome(),
                report.detail(),
                report.dueAt(),
                report.paused());
    }
}
