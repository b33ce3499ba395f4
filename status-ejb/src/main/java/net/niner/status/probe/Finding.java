package net.niner.status.probe;

import java.time.Duration;
import java.util.Objects;

/**
 * What a {@link Probe} found, before anyone judges it.
 *
 * @param outcome {@link Outcome#UP}, {@link Outcome#DOWN} or {@link Outcome#UNKNOWN}; whether up is too slow is decided later
 * @param latency how long the answer took, null where nothing answered
 * @param detail one short sentence for a person; never holds a secret, nor a character that controls a terminal or the direction of text
 */
public record Finding(Outcome outcome, Duration latency, String detail) {

    /** The longest detail that is kept, in characters; a longer one is cut. */
    public static final int DETAIL_LENGTH = 300;

    public Finding {
        Objects.requireNonNull(outcome);
        detail = printable(detail);
    }

    public static Finding up(Duration latency, String detail) {
        return new Finding(Outcome.UP, Objects.requireNonNull(latency), detail);
    }

    public static Finding down(String detail) {
        return new Finding(Outcome.DOWN, null, detail);
    }

    /** The probe could not be made; says nothing about the target. */
    public static Finding unknown(String detail) {
        return new Finding(Outcome.UNKNOWN, null, detail);
    }

    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        return clean.length() <= DETAIL_LENGTH ? clean : clean.substring(0, DETAIL_LENGTH - 1) + "…";
    }
}
