package net.niner.status.billing;

/** Where an invoice run stands. */
public enum RunState {
    PLANNED,
    /** Its bill day has come. */
    DUE,
    /** Some of its invoices went out. */
    IN_PROGRESS,
    /** Its bill day and the days of grace are over, and it is not completed. */
    LATE,
    /** Every client in its coverage has an issued invoice, or a waiver. */
    COMPLETED,
    /** A later run took over its coverage. */
    SUPERSEDED
}
