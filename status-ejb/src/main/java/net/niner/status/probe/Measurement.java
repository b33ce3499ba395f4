package net.niner.status.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One probe of one check, as a value.
 *
 * @param at when the probe began, UTC
 * @param latency how long the answer took, null where nothing answered
 * @param detail one short sentence for a person
 */
public record Measurement(long checkId, Instant at, Outcome outcome, Duration latency, String detail) {

    public Measurement {
        Objects.requireNonNull(at);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(detail);
    }

    /** A finding becomes a measurement; an answer above {@code slowAbove} (null for never) is {@link Outcome#SLOW}. */
    public static Measurement of(long checkId, Instant at, Finding finding, Duration slowAbove) {
        boolean slow = finding.outcome() == Outcome.UP
                && slowAbove != null
                && finding.latency().compareTo(slowAbove) > 0;
        return new Measurement(
                checkId, at, slow ? Outcome.SLOW : finding.outcome(), finding.latency(), finding.detail());
    }

    /** The same moment, but it proves nothing about the target. */
    public Measurement unproven(String why) {
        return new Measurement(checkId, at, Outcome.UNKNOWN, null, why);
    }
}
