package net.niner.status.billing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.billing.ImportRow.Subject;

/**
 * The site's own CSV, in three files. Their first line names the columns, in any order; the first four of each (of clients: three) must be there.
 *
 * <pre>
 * clients.csv   id, name, email, alternate_email, language, zone, mail_server, active
 * services.csv  id, client_id, kind, name, expires_on, state
 * invoices.csv  id, client_id, number, state, printed_on, issued_on, due_on, paid_on, bill_day
 * </pre>
 *
 * {@code language} is a tag ({@code fr}), {@code zone} as in {@code Europe/Paris}, {@code mail_server} the code of a server, {@code active} yes or no;
 * {@code kind} is hosting, domain, certificate or email; {@code state} of a service active, suspended or cancelled, of an invoice draft, issued, paid
 * or cancelled. {@code issued_on} is the day on which it really went out, whatever is printed on it.
 */
final class ImportCanonical {

    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("yes", true, "true", true, "1", true, "no", false, "false", false, "0", false);

    private static final Map<String, ServiceKind> KINDS = Map.of(
            "hosting", ServiceKind.HOSTING,
            "domain", ServiceKind.DOMAIN,
            "certificate", ServiceKind.CERTIFICATE,
            "email", ServiceKind.EMAIL);

    private static final Map<String, ServiceState> STATES = Map.of(
            "active", ServiceState.ACTIVE,
            "suspended", ServiceState.SUSPENDED,
            "cancelled", ServiceState.CANCELLED);

    private static final Map<String, InvoiceState> INVOICE_STATES = Map.of(
            "draft", InvoiceState.DRAFT,
            "issued", InvoiceState.ISSUED,
            "paid", InvoiceState.PAID,
            "cancelled", InvoiceState.CANCELLED);

    static final List<ImportLayout> LAYOUTS = List.of(
            ImportLayout.of(ImportSource.CSV, "clients", ImportCanonical::client, "id", "name", "email"),
            ImportLayout.of(ImportSource.CSV, "services", ImportCanonical::service, "id", "clientid", "kind", "name"),
            ImportLayout.of(
                    ImportSource.CSV, "invoices", ImportCanonical::invoice, "id", "clientid", "number", "state"));

    private ImportCanonical() {}

    private static void client(ImportRow row, ImportReading reading) {
        String server = row.text(40, "mailserver");
        reading.refersToServer(row, server, "mailserver");
        String id = row.required(ImportNames.ID, "id");
        ClientRecord client = new ClientRecord(
                ImportSource.CSV.word(),
                id,
                row.required(ImportNames.CLIENT, "name"),
                row.mail("email"),
                row.mail("alternateemail"),
                language(row),
                zone(row),
                server == null ? null : server.toUpperCase(Locale.ROOT),
                Boolean.TRUE.equals(row.word(YES_OR_NO, true, "active")));
        reading.add(row, client);
    }

    private static Locale language(ImportRow row) {
        String tag = row.text(10, "language");
        try {
            return tag == null ? null : new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            row.problem("is no language, as en or fr", "language");
            return null;
        }
    }

    private static ZoneId zone(ImportRow row) {
        String zone = row.text(60, "zone");
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            row.problem("is no time zone, as Europe/Paris", "zone");
            return null;
        }
    }

    private static void service(ImportRow row, ImportReading reading) {
        String id = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "clientid");
        String name = row.required(ImportNames.SERVICE, "name");
        reading.refersToClient(row, client, "clientid");
        ServiceKind kind = row.word(KINDS, null, "kind");
        ServiceState state = row.word(STATES, ServiceState.ACTIVE, "state");
        LocalDate expires = row.day(new Subject("service", id, name, client), "expireson");
        reading.add(row, new ServiceRecord(ImportSource.CSV.word(), id, client, kind, name, expires, state));
    }

    private static void invoice(ImportRow row, ImportReading reading) {
        String id = row.required(ImportNames.ID, "id");
        String client = row.required(ImportNames.ID, "clientid");
        String number = row.required(ImportNames.NUMBER, "number");
        reading.refersToClient(row, client, "clientid");
        Subject subject = new Subject("invoice", id, number, client);
        InvoiceState state = row.word(INVOICE_STATES, null, "state");
        LocalDate issued = row.day(subject, "issuedon");
        reading.add(
                row,
                new InvoiceRecord(
                        ImportSource.CSV.word(),
                        id,
                        client,
                        number,
                        issued == null ? row.believed(row.believed(state, "issuedon"), "printedon") : state,
                        row.day(subject, "printedon"),
                        issued,
                        row.day(subject, "dueon"),
                        row.day(subject, "paidon"),
                        row.day(subject, "billday")));
    }
}
