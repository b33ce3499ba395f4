package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far a probe has come that somebody asked for.
 *
 * @param began UTC
 * @param steps what it did so far, in order; only the first ones of very many
 * @param outcome null while it runs
 * @param latency null while it runs, and where nothing answered
 * @param detail one short sentence, null while it runs
 * @param took how long it took in all, or takes by now
 */
public record TrialProgress(
        Instant began, List<Step> steps, Outcome outcome, Duration latency, String detail, Duration took) {

    /**
     * @param detail an address, a command, a version; empty for nothing
     * @param at how long after the beginning
     */
    public record Step(Phase phase, String detail, Duration at) {}

    public TrialProgress {
        steps = List.copyOf(steps);
    }

    public boolean ended() {
        return outcome != null;
    }
}
