package net.niner.status.billing;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the JSON of an API's answer: the objects of every list in it are rows, their names the columns. Lists and objects within a row are passed
 * over, and so is what stands under the name of a secret.
 */
final class ImportJson {

    private final JsonParser parser;
    private final Consumer<ImportColumns> header;
    private final Consumer<ImportCsv.Cells> row;
    private boolean headed;

    private ImportJson(JsonParser parser, Consumer<ImportColumns> header, Consumer<ImportCsv.Cells> row) {
        this.parser = parser;
        this.header = header;
        this.row = row;
    }

    /** As {@link ImportCsv#read}; the header is that of the first row. */
    static void read(
            String text,
            Consumer<ImportColumns> header,
            Consumer<ImportCsv.Cells> row,
            BiConsumer<Integer, String> problem) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            ImportJson reading = new ImportJson(parser, header, row);
            try {
                while (parser.hasNext()) {
                    reading.value(parser.next(), false);
                }
            } catch (JsonException e) {
                problem.accept((int) Math.max(1, parser.getLocation().getLineNumber()), "is not JSON from here on");
            }
        }
    }

    private void value(Event event, boolean inList) {
        switch (event) {
            case START_ARRAY -> list();
            case START_OBJECT -> {
                if (inList) {
                    row();
                } else {
                    object();
                }
            }
            default -> {}
        }
    }

    private void list() {
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            value(event, true);
        }
    }

    private void object() {
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            if (event == Event.KEY_NAME && ImportColumns.isSecret(parser.getString())) {
                skip(parser.next());
            } else {
                value(event, false);
            }
        }
    }

    private void row() {
        int line = (int) parser.getLocation().getLineNumber();
        Map<String, String> cells = new LinkedHashMap<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            Event value = parser.next();
            if ((value == Event.VALUE_STRING || value == Event.VALUE_NUMBER) && !ImportColumns.isSecret(name)) {
                cells.put(name, ImportCsv.plain(parser.getString()));
            } else {
                skip(value);
                if (!ImportColumns.isSecret(name)) {
                    cells.put(name, value == Event.VALUE_TRUE ? "true" : value == Event.VALUE_FALSE ? "false" : "");
                }
            }
        }
        hand(line, cells);
    }

    private void hand(int line, Map<String, String> cells) {
        if (!headed) {
            headed = true;
            header.accept(ImportCsv.columns(cells.keySet()));
        }
        Map<String, String> plain = new HashMap<>();
        cells.forEach((name, cell) -> plain.putIfAbsent(ImportColumns.plain(name), cell));
        row.accept(new ImportCsv.Cells(line, plain));
    }

    private void skip(Event value) {
        switch (value) {
            case START_ARRAY -> parser.skipArray();
            case START_OBJECT -> parser.skipObject();
            default -> {}
        }
    }
}
