package net.niner.status.probe;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One setting of a kind: turns what a person or the database wrote into the value of the record's component, and back. */
final class SettingSlot {

    /** Headers that frame a request or a connection: they are the probe's own business. */
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "expect", "te", "trailer", "transfer-encoding", "upgrade");

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");
    private static final int SHOWN = 60;

    private final RecordComponent component;
    private final Setting setting;
    private final String name;

    SettingSlot(RecordComponent component) {
        this.component = component;
        this.setting = component.getAnnotation(Setting.class);
        this.name = CAPITAL.matcher(component.getName())
                .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }

    String name() {
        return name;
    }

    SettingField field() {
        Class<?> type = component.getType();
        List<String> choices = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        return new SettingField(name, form(type), mandatory(), setting.byDefault(), choices);
    }

    private SettingField.Form form(Class<?> type) {
        if (type.isEnum()) {
            return SettingField.Form.CHOICE;
        }
        if (type == Secret.class) {
            return SettingField.Form.SECRET;
        }
        if (type == List.class) {
            return SettingField.Form.LIST;
        }
        if (type == Map.class) {
            return SettingField.Form.HEADERS;
        }
        if (type == int.class) {
            return SettingField.Form.NUMBER;
        }
        return setting.lines() ? SettingField.Form.LINES : SettingField.Form.TEXT;
    }

    /** True where blanks at either end mean something: a text that is looked for, a password. */
    boolean exact() {
        return setting.syntax() == Syntax.TEXT || component.getType() == Secret.class;
    }

    boolean mandatory() {
        return !setting.optional() && setting.byDefault().isEmpty();
    }

    /** The value as it stands in the record, possibly null. */
    Object get(ProbeSpec spec) {
        try {
            return component.getAccessor().invoke(spec);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    /** What the record's constructor takes where nothing was given; null where there is no default. */
    Object absent(boolean tls) {
        String text = tls && !setting.byDefaultWithTls().isEmpty() ? setting.byDefaultWithTls() : setting.byDefault();
        if (!text.isEmpty()) {
            return parse(text);
        }
        Type type = component.getType();
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return type == int.class ? (Object) 0 : null;
    }

    /** @throws Misfit with a sentence for a person */
    Object parse(Object raw) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return number(raw);
        }
        if (type.isEnum()) {
            return constant(type, raw);
        }
        if (type == Secret.class) {
            return secret(name, setting.syntax(), raw);
        }
        if (type == List.class) {
            return texts(raw);
        }
        if (type == Map.class) {
            return headers(raw);
        }
        return type == URI.class ? URI.create(text(raw)) : text(raw);
    }

    /** The other way round: numbers, texts, secrets, lists and maps, as {@link #parse} takes them. */
    Object format(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof URI uri ? uri.toString() : value;
    }

    private Integer number(Object raw) {
        long number;
        try {
            number = Long.parseLong(Scalars.text(raw).strip());
        } catch (IllegalArgumentException e) {
            throw refused(Fault.NUMBER, "a whole number", raw);
        }
        if (number < setting.min() || number > setting.max()) {
            throw refused(
                    Fault.RANGE,
                    "between " + setting.min() + " and " + setting.max(),
                    number,
                    "" + setting.min(),
                    "" + setting.max());
        }
        return (int) number;
    }

    private Object constant(Class<?> type, Object raw) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant ->
                        constant.toString().equalsIgnoreCase(String.valueOf(raw).strip()))
                .findFirst()
                .orElseThrow(() -> refused(Fault.CHOICE, choice(type), raw, choice(type)));
    }

    private static String choice(Class<?> type) {
        String all = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return all.replaceFirst(", (?=[^,]*$)", " or ");
    }

    private String text(Object raw) {
        String text;
        try {
            text = Scalars.text(raw);
        } catch (IllegalArgumentException e) {
            throw refused(setting.syntax().fault(), setting.syntax().expected(), raw);
        }
        if (!setting.syntax().accepts(text)) {
            throw refused(setting.syntax().fault(), setting.syntax().expected(), text);
        }
        return text;
    }

    private List<String> texts(Object raw) {
        List<String> texts = new ArrayList<>();
        for (Object each : raw instanceof List<?> list ? list : List.of(raw)) {
            texts.add(text(each));
        }
        return List.copyOf(texts);
    }

    /** A header whose value is left out is null: the stored one may stand for it, see {@link StoredSecrets}. */
    private Map<String, Secret> headers(Object raw) {
        if (!(raw instanceof Map<?, ?> map)) {
            throw new Misfit(Fault.HEADERS, name + " must be names with values");
        }
        Map<String, Secret> headers = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String header = String.valueOf(key);
            if (!Syntax.HTTP_TOKEN.accepts(header)) {
                throw refused(Fault.HEADER_NAME, "named by an HTTP token such as X-Token", header, header);
            }
            if (OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
                throw new Misfit(
                        Fault.OWN_HEADER, name + " must not hold " + header + ": the probe sets it itself", header);
            }
            headers.put(header, value == null ? null : secret(name + " " + header, Syntax.HTTP_FIELD_VALUE, value));
        });
        return Collections.unmodifiableMap(headers);
    }

    private static Secret secret(String what, Syntax syntax, Object raw) {
        String text;
        try {
            text = raw instanceof Secret secret ? secret.reveal() : Scalars.text(raw);
        } catch (IllegalArgumentException e) {
            text = null;
        }
        if (text == null || !syntax.accepts(text)) {
            throw new Misfit(syntax.fault(), what + " must be " + syntax.expected());
        }
        return new Secret(text);
    }

    private Misfit refused(Fault fault, String expected, Object raw, String... values) {
        String text = CREDENTIALS
                .matcher(String.valueOf(raw).replaceAll("\\p{Cntrl}+", " "))
                .replaceAll("//…@");
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
        return new Misfit(
                fault,
                name + " must be " + expected + ", not " + (raw instanceof Number ? shown : '"' + shown + '"'),
                values);
    }
}
