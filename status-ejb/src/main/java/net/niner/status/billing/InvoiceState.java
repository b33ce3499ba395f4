package net.niner.status.billing;

/** Where an invoice stands. */
public enum InvoiceState {
    /** Nobody has seen it but us. */
    DRAFT,
    /** The client has it, and has not paid. */
    ISSUED,
    PAID,
    CANCELLED
}
