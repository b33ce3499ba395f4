package net.niner.status.billing;

import java.time.LocalDate;

/**
 * An invoice of a client.
 *
 * @param runId null if it belongs to no run
 * @param billDay of that run
 */
public record InvoiceLine(
        long id,
        String number,
        InvoiceState state,
        LocalDate printedOn,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate paidOn,
        Long runId,
        LocalDate billDay) {}
