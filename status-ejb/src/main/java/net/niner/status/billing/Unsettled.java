package net.niner.status.billing;

import java.time.LocalDate;

/**
 * A client without an invoice in a run.
 *
 * @param source of the client
 * @param clientId the client's id there
 * @param invoiceId of the draft that the register knows, null for none
 * @param number of that draft, null for none
 * @param printedOn of that draft, null for none
 */
record Unsettled(long id, String source, String clientId, String invoiceId, String number, LocalDate printedOn) {}
