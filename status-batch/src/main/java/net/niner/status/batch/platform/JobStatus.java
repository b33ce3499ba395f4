package net.niner.status.batch.platform;

/** How an execution stands, in the words of the Jakarta Batch specification. */
public enum JobStatus {
    STARTING,
    STARTED,
    STOPPING,
    STOPPED,
    FAILED,
    COMPLETED,
    ABANDONED;

    /** True if it has not ended. */
    public boolean underWay() {
        return switch (this) {
            case STARTING, STARTED, STOPPING -> true;
            case STOPPED, FAILED, COMPLETED, ABANDONED -> false;
        };
    }
}
