package net.niner.status.account;

import java.io.IOException;
import java.util.Map;

/**
 * The trail for a spreadsheet: RFC 4180, a line for each field that changed. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV Injection): names come from outside.
 */
final class AuditCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final Appendable out;

    AuditCsv(Appendable out) {
        this.out = out;
    }

    void head() throws IOException {
        line("id", "at", "who", "address", "action", "subject", "field", "before", "after");
    }

    void event(AuditEvent event) throws IOException {
        if (event.changes().isEmpty()) {
            line(event, "", new AuditEvent.Change(null, null));
        }
        for (Map.Entry<String, AuditEvent.Change> change : event.changes().entrySet()) {
            line(event, change.getKey(), change.getValue());
        }
    }

    private void line(AuditEvent event, String field, AuditEvent.Change change) throws IOException {
        line(
                String.valueOf(event.id()),
                event.at().toString(),
                event.who(),
                event.address(),
                event.action(),
                event.subject(),
                field,
                change.before(),
                change.after());
    }

    private void line(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        out.append("\r\n");
    }

    static String cell(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
