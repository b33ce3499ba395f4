package net.niner.status.billing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.billing.ImportRow.Subject;

/**
 * Invoice Ninja: the CSV of its exports of clients and invoices, in English. It has no services and no numbers of records: a client is known by its
 * number, else by a mark of its name; an invoice by its number. Newer versions put the kind of record before each name ({@code Client Name}, {@code Invoice Due
 * Date}), older ones do not.
 */
final class ImportNinja {

    private static final String SOURCE = ImportSource.INVOICE_NINJA.word();

    private static final String[] CLIENT_NAME = {"clientname", "clientclientname", "client", "invoiceclient", "name"};
    private static final String[] CLIENT_NUMBER = {"clientnumber", "clientclientnumber", "clientidnumber"};
    private static final String[] MAIL = {"contactemail", "clientcontactemail", "email", "clientemail"};
    private static final String[] NUMBER = {"invoicenumber", "invoiceinvoicenumber", "number"};
    private static final String[] STATUS = {"status", "invoicestatus", "invoiceinvoicestatus"};
    private static final String[] DATE = {"invoicedate", "invoiceinvoicedate", "date"};
    private static final String[] DUE = {"duedate", "invoiceduedate"};
    private static final String[] SENT = {"lastsentdate", "invoicelastsentdate", "sentat"};

    private static final Map<String, InvoiceState> STATES = new HashMap<>(Map.of(
            "draft", InvoiceState.DRAFT,
            "sent", InvoiceState.ISSUED,
            "viewed", InvoiceState.ISSUED,
            "unpaid", InvoiceState.ISSUED,
            "overdue", InvoiceState.ISSUED,
            "past due", InvoiceState.ISSUED,
            "partial", InvoiceState.ISSUED,
            "paid", InvoiceState.PAID,
            "cancelled", InvoiceState.CANCELLED,
            "reversed", InvoiceState.CANCELLED));

    static final List<ImportLayout> LAYOUTS = List.of(
            ImportLayout.of(
                    ImportSource.INVOICE_NINJA,
                    "invoices",
                    ImportNinja::invoice,
                    String.join("|", NUMBER),
                    String.join("|", STATUS),
                    String.join("|", DUE),
                    "clientname|clientclientname|client|invoiceclient|clientnumber|clientclientnumber"),
            ImportLayout.of(
                    ImportSource.INVOICE_NINJA,
                    "clients",
                    ImportNinja::client,
                    "name|clientname|clientclientname",
                    String.join("|", MAIL)));

    private ImportNinja() {}

    private static void client(ImportRow row, ImportReading reading) {
        String mail = row.mail(MAIL);
        String name = ImportNames.client(
                row.text(ImportNames.CLIENT, "name", "clientname", "clientclientname"),
                row.text("firstname", "contactfirstname"),
                row.text("lastname", "contactlastname"),
                mail);
        if (name == null) {
            row.problem("is missing", "name", "clientname");
        }
        String number = row.text(ImportNames.ID, "clientnumber", "clientclientnumber", "number", "idnumber");
        reading.add(
                row,
                new ClientRecord(
                        SOURCE,
                        number == null ? ImportNames.mark(ImportNames.orEmpty(name)) : number,
                        ImportNames.orEmpty(name),
                        mail,
                        null,
                        ImportNames.language(row.text("language", "clientlanguage")),
                        null,
                        null,
                        true));
    }

    private static void invoice(ImportRow row, ImportReading reading) {
        InvoiceState stated = row.word(STATES, null, STATUS);
        if (stated == InvoiceState.DRAFT && row.text(NUMBER) == null) {
            return;
        }
        String number = row.required(ImportNames.NUMBER, NUMBER);
        String byNumber = row.text(ImportNames.ID, CLIENT_NUMBER);
        String[] columns = byNumber == null ? CLIENT_NAME : CLIENT_NUMBER;
        String client = byNumber == null ? row.required(ImportNames.ID, CLIENT_NAME) : byNumber;
        reading.refersToClient(row, client, columns);
        Subject subject = new Subject("invoice", number, number, client);
        LocalDate date = row.day(subject, DATE);
        LocalDate sent = row.dayOrNone(SENT);
        InvoiceState state = sent == null ? row.believed(stated, DATE) : stated;
        reading.add(
                row,
                new InvoiceRecord(
                        SOURCE,
                        number,
                        client,
                        number,
                        state,
                        date,
                        state == InvoiceState.DRAFT ? null : sent,
                        row.day(subject, DUE),
                        null,
                        null));
    }
}
