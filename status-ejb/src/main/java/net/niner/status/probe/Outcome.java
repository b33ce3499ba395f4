package net.niner.status.probe;

/** What one probe saw, and what a check's confirmed state is. */
public enum Outcome {
    /** Answered as it should, in time. */
    UP,
    /** Answered as it should, but slower than the check allows. */
    SLOW,
    /** Asked, and did not answer as it should. */
    DOWN,
    /** Could not be asked: no network here, bad settings, our own resolver failed, a parent is down. Never counts as a failure. */
    UNKNOWN;

    /** True for {@link #UP} and {@link #SLOW}. */
    public boolean reachable() {
        return this == UP || this == SLOW;
    }
}
