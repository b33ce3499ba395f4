package net.niner.status.incident;

/** How a follow-up stands today, in the order in which the ledger shows them. */
public enum Standing {
    OVERDUE,
    IN_PROGRESS,
    OPEN,
    ONGOING,
    DONE,
    DROPPED
}
