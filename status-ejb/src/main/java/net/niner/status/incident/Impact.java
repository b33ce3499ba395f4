package net.niner.status.incident;

import net.niner.status.server.DeclaredStatus;

/** What clients of a server notice, least first. */
public enum Impact {
    DEGRADED,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE;

    /** What is declared of a server while it has this impact. */
    public DeclaredStatus declared() {
        return switch (this) {
            case DEGRADED -> DeclaredStatus.DEGRADED;
            case PARTIAL_OUTAGE -> DeclaredStatus.PARTIAL_OUTAGE;
            case MAJOR_OUTAGE -> DeclaredStatus.MAJOR_OUTAGE;
        };
    }
}
