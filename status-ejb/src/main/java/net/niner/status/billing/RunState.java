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
    SUPERSEDED;

    /** Whether it should be going out, and is not done. */
    public boolean isOpen() {
        return this == DUE || this == IN_PROGRESS || this == LATE;
    }

    /** Whether nothing will become of it any more. */
    public boolean isOver() {
        return this == COMPLETED || this == SUPERSEDED;
    }
}
