package net.niner.status.billing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV (RFC 4180), its cells parted by commas, semicolons or tabs. Lines with one cell above the header are titles, as some reports have. What
 * was escaped lest a spreadsheet take it for a formula ({@code '=...}) is as it was before. Cells of secret columns are not looked at.
 */
final class ImportCsv {

    private static final String FORMULA = "=+-@\t\r";

    /** A row as it comes: its line, and its cells by the plain names of their columns. */
    record Cells(int line, Map<String, String> byColumn) {}

    private ImportCsv() {}

    /**
     * @param header gets the columns first; nothing is read on if it throws
     * @param problem gets the line and why it cannot be read
     */
    static void read(
            String text, Consumer<ImportColumns> header, Consumer<Cells> row, BiConsumer<Integer, String> problem) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .build();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            new Walk(parser, header, row, problem).walk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that the first lines have most of. */
    private static char delimiter(String text) {
        String begin = text.substring(0, Math.min(text.length(), 2_000));
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(begin, candidate) > count(begin, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** From line to line: a record begins on the line after the one before it ended. */
    private record Walk(
            CSVParser parser,
            Consumer<ImportColumns> header,
            Consumer<Cells> row,
            BiConsumer<Integer, String> problem) {

        void walk() {
            ImportColumns columns = null;
            int width = 0;
            int line = 1;
            Iterator<CSVRecord> records = parser.iterator();
            try {
                while (records.hasNext()) {
                    CSVRecord record = records.next();
                    if (columns == null && record.size() > 1) {
                        columns = new ImportColumns(record.toList());
                        width = record.size();
                        header.accept(columns);
                    } else if (columns != null && !isEmpty(record)) {
                        hand(line, record, columns, width);
                    }
                    line = (int) parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                problem.accept(line, "a quotation mark is not closed, or is followed by something");
            }
            if (columns == null) {
                problem.accept(1, "has no line that names columns");
            }
        }

        private void hand(int line, CSVRecord record, ImportColumns columns, int width) {
            if (record.size() != width) {
                problem.accept(line, "has " + record.size() + " cells, and the header has " + width);
                return;
            }
            Map<String, String> cells = new HashMap<>();
            columns.byIndex().forEach(column -> cells.put(column.getValue(), plain(record.get(column.getKey()))));
            row.accept(new Cells(line, cells));
        }

        private static boolean isEmpty(CSVRecord record) {
            return record.size() == 1 && record.get(0).isBlank();
        }
    }

    /** Without space around it, and without the apostrophe that kept it from being a formula. */
    static String plain(String cell) {
        String text = cell.strip();
        boolean escaped = text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0;
        return escaped ? text.substring(1) : text;
    }

    /** The names of the columns of what is not CSV. */
    static ImportColumns columns(Iterable<String> names) {
        List<String> header = new ArrayList<>();
        names.forEach(header::add);
        return new ImportColumns(header);
    }
}
