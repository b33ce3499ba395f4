package net.niner.status.billing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Registers to try things with. */
final class BillingITs {

    static final String SOURCE = "csv";

    private BillingITs() {}

    static ClientRecord client(String id, String name, String email) {
        return new ClientRecord(SOURCE, id, name, email, null, Locale.ENGLISH, ZoneId.of("Africa/Lusaka"), null, true);
    }

    static ServiceRecord domain(String id, String client, String name, String expires) {
        return new ServiceRecord(
                SOURCE, id, client, ServiceKind.DOMAIN, name, LocalDate.parse(expires), ServiceState.ACTIVE);
    }

    static InvoiceRecord issued(String id, String client, String billDay, String issuedOn) {
        return new InvoiceRecord(
                SOURCE,
                id,
                client,
                "N-" + id,
                InvoiceState.ISSUED,
                null,
                LocalDate.parse(issuedOn),
                null,
                null,
                LocalDate.parse(billDay));
    }

    static RegisterBatch batch(List<ClientRecord> clients, List<ServiceRecord> services, List<InvoiceRecord> invoices) {
        return new RegisterBatch(clients, services, invoices);
    }
}
