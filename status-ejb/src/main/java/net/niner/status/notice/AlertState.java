package net.niner.status.notice;

/** Where an alert stands. */
public enum AlertState {
    /** It is told again and again. */
    OPEN,
    /** Somebody looks after it. */
    ACKNOWLEDGED,
    /** What it was about is over. */
    CLOSED
}
