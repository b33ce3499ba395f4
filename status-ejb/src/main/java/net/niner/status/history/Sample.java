package net.niner.status.history;

import java.time.Duration;
import java.time.Instant;
import net.niner.status.probe.Outcome;

/**
 * One measurement as it is kept.
 *
 * @param at UTC
 * @param latency null where nothing answered
 */
public record Sample(Instant at, Outcome outcome, Duration latency) {}
