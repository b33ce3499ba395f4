package net.niner.status.billing;

import java.util.List;

/** Some rows of an import: clients first, then services, then invoices. */
public record RegisterBatch(List<ClientRecord> clients, List<ServiceRecord> services, List<InvoiceRecord> invoices) {

    public RegisterBatch {
        clients = List.copyOf(clients);
        services = List.copyOf(services);
        invoices = List.copyOf(invoices);
    }
}
