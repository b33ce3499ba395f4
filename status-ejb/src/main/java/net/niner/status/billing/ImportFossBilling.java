package net.niner.status.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.niner.status.billing.ImportRow.Subject;

/**
 * FOSSBilling: the CSV of its exports of clients, orders and invoices. The columns can be chosen there; {@code expires_at} of orders and {@code
 * created_at} of invoices are not among the standard ones, and without them nobody knows when anything expires, or which run an invoice is of. When an
 * invoice was sent it does not say. Totals are not read.
 */
final class ImportFossBilling {

    private static final String SOURCE = ImportSource.FOSSBILLING.word();

    private static final Map<String, Boolean> CLIENT_STATES =
            Map.of("active", true, "suspended", false, "canceled", false);

    private static final Map<String, ServiceState> STATES = Map.of(
            "active", ServiceState.ACTIVE,
            "pending setup", ServiceState.SUSPENDED,
            "failed setup", ServiceState.SUSPENDED,
            "failed renew", ServiceState.ACTIVE,
            "suspended", ServiceState.SUSPENDED,
            "canceled", ServiceState.CANCELLED);

    private static final Map<String, InvoiceState> INVOICE_STATES = Map.of(
            "unpaid", InvoiceState.ISSUED,
            "paid", InvoiceState.PAID,
            "canceled", InvoiceState.CANCELLED,
            "refunded", InvoiceState.CANCELLED);

    static final List<ImportLayout> LAYOUTS = List.of(
            ImportLayout.of(
                            ImportSource.FOSSBILLING,
                            "orders",
                            ImportFossBilling::order,
                            "id",
                            "clientid",
                            "servicetype",
                            "status")
                    .wanting("expiresat"),
            ImportLayout.of(
                            ImportSource.FOSSBILLING,
                            "invoices",
                            ImportFossBilling::invoice,
                            "id",
                            "clientid",
                            "nr",
                            "status")
                    .wanting("createdat"),
            ImportLayout.of(
                    ImportSource.FOSSBILLING,
                    "clients",
                    ImportFossBilling::client,
                    "id",
                    "email",
                    "firstname",
                    "status"));

    private ImportFossBilling() {}

    private static void client(ImportRow row, ImportReading reading) {
        String mail = row.mail("email");
        String id = row.required(ImportNames.ID, "id");
        String name = ImportNames.client(
                row.text(ImportNames.CLIENT, "company"), row.text("firstname"), row.text("lastname"), mail);
        reading.add(
                row,
                new ClientRecord(
                        SOURCE,
                        id,
                        name == null ? "client " + id : name,
                        mail,
                        null,
                        ImportNames.language(row.text("lang")),
                        null,
                        null,
                        Boolean.TRUE.equals(row.word(CLIENT_STATES, true, "status"))));
    }

    private static void order(ImportRow row, ImportReading reading) {
        String id = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "clientid");
        reading.refersToClient(row, client, "clientid");
        String title = row.text(ImportNames.SERVICE, "title");
        String name = title == null ? "order " + id : title;
        String type = ImportNames.orEmpty(row.text("servicetype"));
        ServiceKind kind = type.equals("domain") ? ServiceKind.DOMAIN : ImportNames.kind(type, name);
        LocalDate expires = row.day(new Subject("service", id, name, client), "expiresat");
        ServiceState state = row.word(STATES, null, "status");
        reading.add(row, new ServiceRecord(SOURCE, id, client, kind, name, expires, state));
    }

    private static void invoice(ImportRow row, ImportReading reading) {
        String id = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "clientid");
        reading.refersToClient(row, client, "clientid");
        String nr = row.text(ImportNames.NUMBER, "nr");
        String number = nr == null ? id : ImportNames.orEmpty(row.text("serie")) + nr;
        boolean draft = "0".equals(row.text("approved"));
        InvoiceState stated = row.word(INVOICE_STATES, null, "status");
        Subject subject = new Subject("invoice", id, number, client);
        LocalDate created = row.day(subject, "createdat");
        InvoiceState state =
                draft && stated == InvoiceState.ISSUED ? InvoiceState.DRAFT : row.believed(stated, "createdat");
        reading.add(
                row,
                new InvoiceRecord(
                        SOURCE,
                        id,
                        client,
                        number,
                        state,
                        created,
                        null,
                        row.day(subject, "dueat"),
                        state == InvoiceState.PAID ? row.day(subject, "paidat") : row.dayOrNone("paidat"),
                        null));
    }
}
