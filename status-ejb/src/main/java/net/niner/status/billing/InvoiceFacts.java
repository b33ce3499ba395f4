package net.niner.status.billing;

import java.time.LocalDate;

/**
 * An invoice, as far as notices go.
 *
 * @param billDay of the run that it belongs to, null for none
 * @param dueOn null for what the policy says
 */
public record InvoiceFacts(
        long id,
        String number,
        InvoiceState state,
        LocalDate billDay,
        LocalDate printedOn,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate paidOn) {

    /** As it stood at the end of that day: what came later has not come. */
    public InvoiceFacts on(LocalDate day) {
        if (state == InvoiceState.CANCELLED || state == InvoiceState.DRAFT) {
            return this;
        }
        InvoiceState then = issuedOn == null || issuedOn.isAfter(day)
                ? InvoiceState.DRAFT
                : state == InvoiceState.PAID && paidOn != null && paidOn.isAfter(day) ? InvoiceState.ISSUED : state;
        return new InvoiceFacts(id, number, then, billDay, printedOn, issuedOn, dueOn, paidOn);
    }

    /** Whether its client has it. */
    public boolean isOut() {
        return state == InvoiceState.ISSUED || state == InvoiceState.PAID;
    }
}
