package net.niner.status.history;

import java.time.Duration;

/** How far back a chart of single measurements looks. */
public enum Span {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    TWO_DAYS(Duration.ofDays(2));

    private final Duration length;

    Span(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
