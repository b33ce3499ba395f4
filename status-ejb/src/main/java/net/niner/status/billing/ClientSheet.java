package net.niner.status.billing;

import java.time.Instant;
import java.util.List;

/**
 * One client, with all that the register knows.
 *
 * @param services those that expire first come first
 * @param invoices latest first
 * @param wantsReminders whether the client gets reminders of payment
 * @param erasedAt when its data was erased, null if it was not
 */
public record ClientSheet(
        long id,
        String source,
        String sourceId,
        ClientDraft data,
        boolean wantsReminders,
        Instant erasedAt,
        Instant changedAt,
        String changedBy,
        int version,
        List<ServiceLine> services,
        List<InvoiceLine> invoices) {

    public ClientSheet {
        services = List.copyOf(services);
        invoices = List.copyOf(invoices);
    }
}
