package net.niner.status.server;

/** What the people in charge say of a server, best first; {@link #INTERNAL} stands outside that order. */
public enum DeclaredStatus {
    OPERATIONAL,
    DEGRADED,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE,
    MAINTENANCE,
    INTERNAL
}
