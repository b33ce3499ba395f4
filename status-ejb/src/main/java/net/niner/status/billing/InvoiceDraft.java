package net.niner.status.billing;

import java.time.LocalDate;

/**
 * An invoice, as somebody types it.
 *
 * @param printedOn the date printed on it, null if not known
 * @param issuedOn the day on which it really went out, null while it has not
 * @param paidOn null while it is not paid
 * @param billDay of the run that it belongs to, null for the one that its dates say
 */
public record InvoiceDraft(
        String number, LocalDate printedOn, LocalDate issuedOn, LocalDate paidOn, LocalDate billDay) {}
