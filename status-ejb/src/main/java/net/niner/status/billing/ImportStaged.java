package net.niner.status.billing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The form in which what was read waits: a JSON object a row, clients first, then services, invoices and findings. */
final class ImportStaged {

    private static final String WHAT = "what";

    /** Rows that were read back. */
    record Rows(RegisterBatch batch, List<ImportFinding> findings) {}

    private ImportStaged() {}

    static List<String> write(ImportReader.Read read) {
        RegisterBatch batch = read.batch();
        return Stream.of(
                        batch.clients().stream().map(ImportStaged::client),
                        batch.services().stream().map(ImportStaged::service),
                        batch.invoices().stream().map(ImportStaged::invoice),
                        read.findings().stream().map(ImportStaged::finding))
                .flatMap(rows -> rows)
                .toList();
    }

    private static String client(ClientRecord client) {
        JsonObjectBuilder json = row("client");
        put(json, "id", client.id());
        put(json, "name", client.name());
        put(json, "email", client.email());
        put(json, "alternateEmail", client.alternateEmail());
        put(
                json,
                "language",
                client.language() == null ? null : client.language().toLanguageTag());
        put(json, "zone", client.zone());
        put(json, "mailServer", client.mailServer());
        put(json, "active", client.active());
        return json.build().toString();
    }

    private static String service(ServiceRecord service) {
        JsonObjectBuilder json = row("service");
        put(json, "id", service.id());
        put(json, "client", service.clientId());
        put(json, "kind", service.kind());
        put(json, "name", service.name());
        put(json, "expires", service.expiresOn());
        put(json, "state", service.state());
        return json.build().toString();
    }

    private static String invoice(InvoiceRecord invoice) {
        JsonObjectBuilder json = row("invoice");
        put(json, "id", invoice.id());
        put(json, "client", invoice.clientId());
        put(json, "number", invoice.number());
        put(json, "state", invoice.state());
        put(json, "printed", invoice.printedOn());
        put(json, "issued", invoice.issuedOn());
        put(json, "due", invoice.dueOn());
        put(json, "paid", invoice.paidOn());
        put(json, "billDay", invoice.billDay());
        return json.build().toString();
    }

    private static String finding(ImportFinding finding) {
        JsonObjectBuilder json = row("finding");
        put(json, "client", finding.clientId());
        put(json, "key", finding.key());
        put(json, "text", finding.text());
        return json.build().toString();
    }

    private static JsonObjectBuilder row(String what) {
        return Json.createObjectBuilder().add(WHAT, what);
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    static Rows read(String source, List<String> rows) {
        List<ClientRecord> clients = new ArrayList<>();
        List<ServiceRecord> services = new ArrayList<>();
        List<InvoiceRecord> invoices = new ArrayList<>();
        List<ImportFinding> findings = new ArrayList<>();
        for (String row : rows) {
            Fields fields = Fields.of(row);
            switch (fields.text(WHAT)) {
                case "client" -> clients.add(client(source, fields));
                case "service" -> services.add(service(source, fields));
                case "invoice" -> invoices.add(invoice(source, fields));
                default ->
                    findings.add(new ImportFinding(fields.text("client"), fields.text("key"), fields.text("text")));
            }
        }
        return new Rows(new RegisterBatch(clients, services, invoices), findings);
    }

    /** Whether a row is a client's, or of what is theirs. */
    static boolean isOf(String row, String client) {
        Fields fields = Fields.of(row);
        return client.equals(fields.text(fields.text(WHAT).equals("client") ? "id" : "client"));
    }

    private static ClientRecord client(String source, Fields fields) {
        String language = fields.text("language");
        String zone = fields.text("zone");
        return new ClientRecord(
                source,
                fields.text("id"),
                fields.text("name"),
                fields.text("email"),
                fields.text("alternateEmail"),
                language == null ? null : Locale.forLanguageTag(language),
                zone == null ? null : ZoneId.of(zone),
                fields.text("mailServer"),
                Boolean.parseBoolean(fields.text("active")));
    }

    private static ServiceRecord service(String source, Fields fields) {
        return new ServiceRecord(
                source,
                fields.text("id"),
                fields.text("client"),
                ServiceKind.valueOf(fields.text("kind")),
                fields.text("name"),
                fields.day("expires"),
                ServiceState.valueOf(fields.text("state")));
    }

    private static InvoiceRecord invoice(String source, Fields fields) {
        return new InvoiceRecord(
                source,
                fields.text("id"),
                fields.text("client"),
                fields.text("number"),
                InvoiceState.valueOf(fields.text("state")),
                fields.day("printed"),
                fields.day("issued"),
                fields.day("due"),
                fields.day("paid"),
                fields.day("billDay"));
    }

    private record Fields(JsonObject json) {

        static Fields of(String row) {
            try (JsonReader reader = Json.createReader(new StringReader(row))) {
                return new Fields(reader.readObject());
            }
        }

        String text(String name) {
            return json.getString(name, null);
        }

        LocalDate day(String name) {
            String day = text(name);
            return day == null ? null : LocalDate.parse(day);
        }
    }
}
