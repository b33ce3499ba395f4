package net.niner.status.billing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.billing.ImportRow.Subject;

/**
 * WHMCS: the CSV of its reports (clients, domains, services, invoices), and the JSON of its API ({@code GetClients}, {@code GetClientsProducts},
 * {@code GetClientsDomains}, {@code GetInvoices}). A domain expires on its expiry date, anything else on its next due date. WHMCS does not say when
 * an invoice was sent: its date is what is printed on it.
 */
final class ImportWhmcs {

    private static final String SOURCE = ImportSource.WHMCS.word();

    private static final Map<String, Boolean> CLIENT_STATES =
            Map.of("active", true, "inactive", false, "closed", false);

    /** What waits for its set-up, or is in its grace, is not running, and nobody is reminded of it. */
    private static final Map<String, ServiceState> STATES = new HashMap<>(Map.of(
            "active", ServiceState.ACTIVE,
            "pending", ServiceState.SUSPENDED,
            "pending transfer", ServiceState.SUSPENDED,
            "pending registration", ServiceState.SUSPENDED,
            "suspended", ServiceState.SUSPENDED,
            "grace", ServiceState.SUSPENDED,
            "redemption", ServiceState.SUSPENDED));

    private static final Map<String, InvoiceState> INVOICE_STATES = Map.of(
            "draft", InvoiceState.DRAFT,
            "unpaid", InvoiceState.ISSUED,
            "overdue", InvoiceState.ISSUED,
            "payment pending", InvoiceState.ISSUED,
            "collections", InvoiceState.ISSUED,
            "paid", InvoiceState.PAID,
            "cancelled", InvoiceState.CANCELLED,
            "refunded", InvoiceState.CANCELLED);

    private static final String[] DATE = {"date", "creationdate", "invoicedate"};

    static final List<ImportLayout> LAYOUTS = List.of(
            ImportLayout.of(
                    ImportSource.WHMCS,
                    "domains",
                    ImportWhmcs::domain,
                    "id",
                    "userid",
                    "domainname|domain",
                    "expirydate",
                    "status"),
            ImportLayout.of(
                    ImportSource.WHMCS,
                    "invoices",
                    ImportWhmcs::invoice,
                    "id",
                    "userid",
                    "invoicenum|invoicenumber",
                    "duedate",
                    "status"),
            ImportLayout.of(
                    ImportSource.WHMCS,
                    "products",
                    ImportWhmcs::product,
                    "id",
                    "clientid|userid",
                    "nextduedate",
                    "pid|productservicename|productname|product",
                    "status"),
            ImportLayout.of(
                    ImportSource.WHMCS, "clients", ImportWhmcs::client, "id", "firstname", "companyname", "email"));

    static {
        for (String ended : List.of("expired", "transferred away", "cancelled", "terminated", "fraud", "completed")) {
            STATES.put(ended, ServiceState.CANCELLED);
        }
    }

    private ImportWhmcs() {}

    private static void client(ImportRow row, ImportReading reading) {
        String mail = row.mail("email");
        String id = row.required(ImportNames.ID, "id");
        String name = ImportNames.client(
                row.text(ImportNames.CLIENT, "companyname"), row.text("firstname"), row.text("lastname"), mail);
        reading.add(
                row,
                new ClientRecord(
                        SOURCE,
                        id,
                        name == null ? "client " + id : name,
                        mail,
                        null,
                        ImportNames.language(row.text("language")),
                        null,
                        null,
                        Boolean.TRUE.equals(row.word(CLIENT_STATES, true, "status"))));
    }

    /** Domains and products are numbered each for themselves. */
    private static void domain(ImportRow row, ImportReading reading) {
        String number = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "userid");
        String name = row.required(ImportNames.SERVICE, "domainname", "domain");
        reading.refersToClient(row, client, "userid");
        String id = "domain-" + number;
        LocalDate expires = row.day(new Subject("service", id, name, client), "expirydate");
        ServiceState state = row.word(STATES, null, "status");
        reading.add(row, new ServiceRecord(SOURCE, id, client, ServiceKind.DOMAIN, name, expires, state));
    }

    private static void product(ImportRow row, ImportReading reading) {
        String number = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "clientid", "userid");
        reading.refersToClient(row, client, "clientid", "userid");
        String product = row.text("name", "productservicename", "productname", "product");
        String group = row.text("groupname", "productgroup");
        String domain = row.text(ImportNames.SERVICE, "domain", "domainname");
        String name =
                domain == null ? row.text(ImportNames.SERVICE, "name", "productservicename", "productname") : domain;
        String id = "product-" + number;
        String shown = name == null ? "product " + number : name;
        ServiceKind kind = ImportNames.kind(ImportNames.orEmpty(product), ImportNames.orEmpty(group));
        LocalDate expires = row.day(new Subject("service", id, shown, client), "nextduedate");
        ServiceState state = row.word(STATES, null, "status");
        reading.add(row, new ServiceRecord(SOURCE, id, client, kind, shown, expires, state));
    }

    private static void invoice(ImportRow row, ImportReading reading) {
        String id = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "userid");
        String given = row.text(ImportNames.NUMBER, "invoicenum", "invoicenumber");
        reading.refersToClient(row, client, "userid");
        String number = given == null ? id : given;
        InvoiceState stated = row.word(INVOICE_STATES, null, "status");
        Subject subject = new Subject("invoice", id, number, client);
        LocalDate date = row.day(subject, DATE);
        InvoiceState state = row.believed(stated, DATE);
        reading.add(
                row,
                new InvoiceRecord(
                        SOURCE,
                        id,
                        client,
                        number,
                        state,
                        date,
                        null,
                        row.day(subject, "duedate"),
                        state == InvoiceState.PAID ? row.day(subject, "datepaid") : row.dayOrNone("datepaid"),
                        null));
    }
}
