package net.niner.status.incident;

/** What became of a promise. */
public enum FollowUpState {
    OPEN,
    IN_PROGRESS,
    DONE,
    /** Never done, by its nature: it has no goal date. */
    ONGOING,
    /** Given up, with a reason that is said. */
    DROPPED;

    /** True while something is still to be done by a day. */
    public boolean isDueSomeDay() {
        return this == OPEN || this == IN_PROGRESS;
    }
}
