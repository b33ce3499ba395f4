package net.niner.status.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.server.DeclaredStatus;

/**
 * What is known of a server's past, as intervals, from which everything that is said of it follows. Pure.
 *
 * @param down when a check that counts for ping found it down; may overlap
 * @param unknown when none of those checks knew anything, the time before the first measurement included
 * @param declared what the people in charge said, as far as it was not operational and not maintenance; may overlap
 * @param maintenance when work on it went on; may overlap
 */
public record ServerPast(
        List<Interval> down, List<Interval> unknown, List<Declared> declared, List<Interval> maintenance) {

    /** A time for which that was declared. */
    public record Declared(DeclaredStatus status, Interval interval) {}

    /**
     * How available it was.
     *
     * @param degraded how much of the time that counts it was declared to be degraded, and nothing worse: available all the same, but worth a word
     */
    public record Availability(Uptime uptime, Duration degraded) {}

    public ServerPast {
        down = List.copyOf(down);
        unknown = List.copyOf(unknown);
        declared = List.copyOf(declared);
        maintenance = List.copyOf(maintenance);
    }

    /** The share of the time, as far as it is known, in which no check found it down. */
    public Uptime reachable(Interval window) {
        return Uptime.of(window, down, unknown);
    }

    /**
     * The share of the time, less maintenance, in which no outage was declared.
     *
     * @param since from when on anybody could have declared something: the server's service, or its first measurement
     */
    public Availability available(Interval window, Instant since) {
        List<Interval> leftOut = new ArrayList<>(maintenance);
        if (since.isAfter(window.from())) {
            leftOut.add(new Interval(window.from(), since));
        }
        List<Interval> outage = new ArrayList<>(of(DeclaredStatus.PARTIAL_OUTAGE));
        outage.addAll(of(DeclaredStatus.MAJOR_OUTAGE));
        List<Interval> counted = Interval.without(List.of(window), leftOut);
        List<Interval> degraded = Interval.without(Interval.common(counted, of(DeclaredStatus.DEGRADED)), outage);
        return new Availability(Uptime.of(window, outage, leftOut), Interval.total(degraded));
    }

    public List<Interval> of(DeclaredStatus status) {
        return declared.stream()
                .filter(one -> one.status() == status)
                .map(Declared::interval)
                .toList();
    }
}
