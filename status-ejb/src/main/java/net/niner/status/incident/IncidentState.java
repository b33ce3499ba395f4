package net.niner.status.incident;

/** How far its people are with an incident. */
public enum IncidentState {
    /** Something is wrong, and why is not known yet. */
    INVESTIGATING,
    /** The cause is known. */
    IDENTIFIED,
    /** It seems mended and is watched. */
    MONITORING,
    /** It is over; it can be reopened. */
    RESOLVED
}
