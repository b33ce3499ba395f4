package net.niner.status.billing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.niner.status.notice.NoticeView;
import net.niner.status.notice.OwnerTask;

/** What is kept of a client, in a form that they can read: JSON, with lines. What is not known is not in it. */
final class ClientExport {

    private final JsonObjectBuilder json = Json.createObjectBuilder();

    ClientExport(Instant at) {
        json.add("exportedAt", at.toString());
    }

    ClientExport client(Client client) {
        JsonObjectBuilder one = Json.createObjectBuilder();
        put(one, "id", client.id());
        put(one, "source", client.source());
        put(one, "sourceId", client.sourceId());
        put(one, "name", client.name());
        put(one, "email", client.email());
        put(one, "alternateEmail", client.alternateEmail());
        put(one, "language", client.language().map(Locale::toLanguageTag));
        put(one, "zone", client.zone());
        put(one, "mailServer", client.mailServer().map(server -> server.code()));
        put(one, "active", client.active());
        put(one, "wantsReminders", client.wantsReminders());
        put(one, "erasedAt", client.erasedAt());
        put(one, "changedAt", client.changedAt());
        json.add("client", one);
        return this;
    }

    ClientExport services(List<Service> services) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        services.forEach(service -> {
            JsonObjectBuilder one = Json.createObjectBuilder();
            put(one, "id", service.sourceId());
            put(one, "kind", service.kind());
            put(one, "name", service.name());
            put(one, "expiresOn", service.expiresOn());
            put(one, "state", service.state());
            all.add(one);
        });
        json.add("services", all);
        return this;
    }

    ClientExport invoices(List<Invoice> invoices) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        invoices.forEach(invoice -> {
            JsonObjectBuilder one = Json.createObjectBuilder();
            put(one, "id", invoice.sourceId());
            put(one, "number", invoice.number());
            put(one, "state", invoice.state());
            put(one, "run", invoice.billDay());
            put(one, "printedOn", invoice.printedOn());
            put(one, "issuedOn", invoice.issuedOn());
            put(one, "dueOn", invoice.dueOn());
            put(one, "paidOn", invoice.paidOn());
            all.add(one);
        });
        json.add("invoices", all);
        return this;
    }

    ClientExport tasks(List<OwnerTask> tasks) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        tasks.forEach(task -> {
            JsonObjectBuilder one = Json.createObjectBuilder();
            put(one, "raisedAt", task.raisedAt());
            put(one, "doneAt", task.doneAt());
            put(one, "text", task.text());
            all.add(one);
        });
        json.add("tasks", all);
        return this;
    }

    ClientExport notices(List<NoticeView> notices) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        notices.forEach(notice -> {
            JsonObjectBuilder one = Json.createObjectBuilder();
            put(one, "kind", notice.row().kind());
            put(one, "state", notice.row().state());
            put(one, "createdAt", notice.row().createdAt());
            put(one, "sentAt", notice.row().sent());
            put(one, "address", notice.sentTo() == null ? notice.row().address() : notice.sentTo());
            put(one, "subject", notice.row().subject());
            put(one, "text", notice.text() == null ? null : notice.text().text());
            all.add(one);
        });
        json.add("notices", all);
        return this;
    }

    String text() {
        JsonObject object = json.build();
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    private static void put(JsonObjectBuilder one, String name, Object value) {
        Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (given instanceof Boolean flag) {
            one.add(name, flag);
        } else if (given instanceof Long number) {
            one.add(name, number);
        } else if (given != null) {
            one.add(name, given.toString());
        }
    }
}
