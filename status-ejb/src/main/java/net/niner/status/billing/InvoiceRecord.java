package net.niner.status.billing;

import java.time.LocalDate;

/**
 * An invoice, as a billing system or a person tells of one; known by source and id.
 *
 * @param clientId id of its client, of the same source
 * @param number as printed on it, empty where nobody knows it
 * @param printedOn the date printed on it, null if not known
 * @param issuedOn the day on which it really went out, null while it has not
 * @param dueOn the day by which to pay, null for what the policy says
 * @param paidOn null while it is not paid
 * @param billDay of the run that it belongs to, null for the one that its dates say
 */
public record InvoiceRecord(
        String source,
        String id,
        String clientId,
        String number,
        InvoiceState state,
        LocalDate printedOn,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate paidOn,
        LocalDate billDay) {}
