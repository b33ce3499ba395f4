package net.niner.status.incident;

/** Where a line of a timeline comes from. */
public enum TimelineSource {
    /** An update of the incident. */
    UPDATE,
    /** What a check saw. */
    OUTAGE,
    /** Somebody wrote it. */
    HAND
}
