package net.niner.status.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.niner.status.billing.ImportRow.Subject;

/** What comes of reading the files of one import: rows, findings and problems; and what rows refer to, looked up when all are read. */
final class ImportReading {

    static final int MOST_PROBLEMS = 100;
    static final int MOST_ROWS = 200_000;

    /** Beyond these a person looks at the export, not at its rows. */
    static final int MOST_FINDINGS = 1_000;

    private final ImportDateFormat format;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<ImportFinding> findings = new ArrayList<>();
    private final Map<String, ClientRecord> clients = new LinkedHashMap<>();
    private final Map<String, ServiceRecord> services = new LinkedHashMap<>();
    private final Map<String, InvoiceRecord> invoices = new LinkedHashMap<>();
    private final Map<String, String> namesakes = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** To be found when all files are read. */
    private record Reference(ImportRow row, String kind, String value, String[] columns) {}

    ImportReading(ImportDateFormat format) {
        this.format = format;
    }

    ImportDateFormat format() {
        return format;
    }

    void problem(ImportProblem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    boolean isFull() {
        return problems.size() >= MOST_PROBLEMS;
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }

    List<ImportProblem> problems() {
        return problems;
    }

    void finding(Subject subject, ImportRow row, String column, String day) {
        finding(new ImportFinding(
                subject.clientId(),
                subject.what() + ":" + subject.id() + "|" + column + "|" + day,
                "The " + subject.what() + " " + subject.name() + " has a day that cannot be: " + column + " is " + day
                        + " (" + row.file() + ", line " + row.line()
                        + "). It was imported without that day, an invoice as a draft if it is not paid; nobody is told anything that follows"
                        + " from it."));
    }

    void finding(ImportFinding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    List<ImportFinding> findings() {
        return findings;
    }

    void add(ImportRow row, ClientRecord client) {
        if (isNew(row, "client", client.id()) && clients.put(client.id(), client) == null) {
            namesakes.merge(client.name(), client.id(), (one, other) -> "");
        }
    }

    void add(ImportRow row, ServiceRecord service) {
        if (isNew(row, "service", service.id())) {
            services.put(service.id(), service);
        }
    }

    void add(ImportRow row, InvoiceRecord invoice) {
        if (isNew(row, "invoice", invoice.id())) {
            invoices.put(invoice.id(), invoice);
        }
    }

    private boolean isNew(ImportRow row, String what, String id) {
        if (id == null) {
            return false;
        }
        String before = lines.putIfAbsent(what + ":" + id, row.file() + ", line " + row.line());
        if (before != null) {
            row.problem("is the same as in " + before, "id");
        }
        return before == null;
    }

    int rows() {
        return lines.size();
    }

    void refersToClient(ImportRow row, String id, String... columns) {
        refer(row, "client", id, columns);
    }

    void refersToServer(ImportRow row, String code, String... columns) {
        refer(row, "server", code, columns);
    }

    private void refer(ImportRow row, String kind, String value, String... columns) {
        if (value != null) {
            references.add(new Reference(row, kind, value, columns));
        }
    }

    /** Where an export names clients only, and not their numbers: invoices carry the name until now. */
    void resolve(ImportKnown known, boolean byName) {
        Set<String> there = new HashSet<>(known.clients());
        there.addAll(clients.keySet());
        Map<String, String> names = new HashMap<>(known.clientsByName());
        names.putAll(namesakes);
        for (Reference reference : references) {
            String why = why(reference, there, names, known, byName);
            if (why != null) {
                reference.row().problem(why, reference.columns());
            }
        }
        if (byName) {
            invoices.replaceAll((id, invoice) -> withClient(invoice, byItsName(invoice.clientId(), there, names)));
            findings.replaceAll(finding -> finding.clientId() == null
                    ? finding
                    : new ImportFinding(byItsName(finding.clientId(), there, names), finding.key(), finding.text()));
        }
    }

    /** One who was erased is known by the mark only. */
    private static String byItsName(String client, Set<String> there, Map<String, String> names) {
        if (there.contains(client)) {
            return client;
        }
        String mark = ImportNames.mark(client);
        return there.contains(mark) ? mark : names.getOrDefault(client, client);
    }

    private static String why(
            Reference reference, Set<String> there, Map<String, String> names, ImportKnown known, boolean byName) {
        if (reference.kind().equals("server")) {
            return known.servers().contains(reference.value().toUpperCase(Locale.ROOT)) ? null : "is no server of ours";
        }
        if (there.contains(reference.value())) {
            return null;
        }
        if (byName && there.contains(ImportNames.mark(reference.value()))) {
            return null;
        }
        String byItsName = byName ? names.get(reference.value()) : null;
        if (byItsName == null) {
            return "is no client that is known, or in these files";
        }
        return byItsName.isEmpty() ? "is the name of several clients: export the clients' numbers as well" : null;
    }

    private static InvoiceRecord withClient(InvoiceRecord invoice, String client) {
        return new InvoiceRecord(
                invoice.source(),
                invoice.id(),
                client,
                invoice.number(),
                invoice.state(),
                invoice.printedOn(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.paidOn(),
                invoice.billDay());
    }

    RegisterBatch batch() {
        return new RegisterBatch(
                List.copyOf(clients.values()), List.copyOf(services.values()), List.copyOf(invoices.values()));
    }
}
