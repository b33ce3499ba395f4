package net.niner.status.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.niner.status.probe.SettingField.Form;

/** Settings as the fields of a form hold them, one text each, to and from the values that {@link Settings} takes. */
final class FieldTexts {

    private static final String LINE = "\\R";

    private FieldTexts() {}

    static Map<String, Object> values(Kind kind, Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>(texts);
        for (SettingSlot slot : kind.slots()) {
            String text = texts.get(slot.name());
            if (text != null) {
                values.put(slot.name(), value(slot.field().form(), slot.exact() ? text : text.strip()));
            }
        }
        return values;
    }

    /** Secrets are left empty, of headers only the names are given. */
    static Map<String, String> of(ProbeSpec spec) {
        Map<String, String> texts = new LinkedHashMap<>();
        Settings.write(spec).forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static Object value(Form form, String text) {
        return switch (form) {
            case SECRET -> text.isEmpty() ? null : text;
            case LINES -> text.replaceAll(LINE, "\n");
            case LIST -> {
                List<String> lines = lines(text);
                yield lines.isEmpty() ? null : lines;
            }
            case HEADERS -> {
                Map<String, String> headers = new LinkedHashMap<>();
                List<String> lines = lines(text);
                lines.forEach(line -> header(line, headers));
                // a line without a colon may be a secret alone: it must not become a name, which messages repeat
                yield lines.isEmpty() ? null : lines.stream().allMatch(line -> line.indexOf(':') > 0) ? headers : "?";
            }
            case TEXT, NUMBER, CHOICE -> text;
        };
    }

    private static void header(String line, Map<String, String> headers) {
        int colon = Math.max(0, line.indexOf(':'));
        String value = line.substring(colon).replaceFirst("^:", "").strip();
        headers.put(line.substring(0, colon).strip(), value.isEmpty() ? null : value);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(Object value) {
        if (value instanceof Secret) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(name -> name + ":").collect(Collectors.joining("\n"))
                : value.toString();
    }
}
