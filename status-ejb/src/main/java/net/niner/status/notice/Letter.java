package net.niner.status.notice;

import java.util.ArrayList;
import java.util.List;

/** Puts the text of a mail together, once as plain text and once as HTML: the same words in the same order, and nothing of it is markup. */
public final class Letter {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    public Letter paragraph(String words) {
        text.append(words.strip()).append("\n\n");
        html.append("<p>").append(escaped(words.strip())).append("</p>\n");
        return this;
    }

    /** @param address an absolute address, made by the site */
    public Letter link(String words, String address) {
        text.append(words).append(":\n").append(address).append("\n\n");
        html.append("<p><a href=\"%s\">%s</a></p>%n".formatted(escaped(address), escaped(words)));
        return this;
    }

    public Letter list(List<String> items) {
        html.append("<ul>\n");
        for (String item : items) {
            text.append("- ").append(item).append('\n');
            html.append("<li>").append(escaped(item)).append("</li>\n");
        }
        text.append('\n');
        html.append("</ul>\n");
        return this;
    }

    /** In plain text each row is a line, with the columns aligned. */
    public Letter table(List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        all.addAll(rows);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), width(all, column) + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        text.append('\n');
        html.append("<table><thead>").append(cells("th", head)).append("</thead><tbody>");
        rows.forEach(row -> html.append(cells("td", row)));
        html.append("</tbody></table>\n");
        return this;
    }

    /** A part that is HTML already, and safe: the rendering of a post. */
    public Letter markup(String plain, String sanitised) {
        text.append(plain.strip()).append("\n\n");
        html.append("<div>").append(sanitised).append("</div>\n");
        return this;
    }

    public MailText under(String subject) {
        return new MailText(subject, text.toString().stripTrailing() + "\n", html.toString());
    }

    private static String cells(String tag, List<String> row) {
        StringBuilder cells = new StringBuilder("<tr>");
        row.forEach(cell -> cells.append('<')
                .append(tag)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(tag)
                .append('>'));
        return cells.append("</tr>").toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - words.length());
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
