package net.niner.status.maintenance;

/** How far a window is. */
public enum MaintenanceState {
    /** Announced, or about to be. */
    PLANNED,
    /** Work goes on. */
    IN_PROGRESS,
    /** The work is done, and is being looked at. */
    VERIFYING,
    COMPLETED,
    CANCELLED;

    /** True while work on the servers goes on. */
    public boolean isActive() {
        return this == IN_PROGRESS || this == VERIFYING;
    }

    /** True if nothing about it will change any more. */
    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }
}
