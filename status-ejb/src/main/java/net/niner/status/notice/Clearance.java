package net.niner.status.notice;

/** Whether a person must approve a notice before it goes out. */
enum Clearance {
    /** Not known yet. */
    OPEN,
    /** Nobody must. */
    PASSED,
    /** Somebody did. */
    APPROVED
}
