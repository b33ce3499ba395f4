package net.niner.status.web.platform.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A JSON object that a client sent. Fields are asked for one by one; then {@link #check()} refuses the request with everything that was wrong,
 * fields that nobody asked for included: a misspelt one must not be passed over in silence.
 */
public final class JsonBody {

    /** In bytes. */
    public static final int LIMIT = 1024 * 1024;

    private final String text;
    private final JsonObject fields;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    private JsonBody(String text, JsonObject fields) {
        this.text = text;
        this.fields = fields;
    }

    /** @throws Refused if it is too large, not UTF-8 or not a JSON object */
    public static JsonBody read(InputStream body) throws IOException {
        String text = Given.text(body, LIMIT);
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            if (reader.readValue() instanceof JsonObject object) {
                return new JsonBody(text, object);
            }
        } catch (RuntimeException notJson) {
            // the parser has an exception without a name of its own for what is nested too deeply
            throw Refused.badRequest("the body is not JSON");
        }
        throw Refused.badRequest("the body must be a JSON object");
    }

    /** As it came. */
    public String text() {
        return text;
    }

    public Optional<String> string(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof JsonString string) {
                return string.getString().indexOf(0) < 0
                        ? Optional.of(string.getString())
                        : wrong(name, "holds the character U+0000, which cannot be kept");
            }
            return wrong(name, "must be a string");
        });
    }

    /** Empty, and a fault, where it is missing. */
    public String required(String name) {
        if (value(name).isEmpty()) {
            faults.put(name, "is missing");
        }
        return string(name).orElse("");
    }

    public Optional<Boolean> flag(String name) {
        return value(name).flatMap(value -> switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> wrong(name, "must be true or false");
        });
    }

    public Optional<Long> number(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof JsonNumber number
                    && number.bigDecimalValue().stripTrailingZeros().scale() <= 0) {
                try {
                    return Optional.of(number.longValueExact());
                } catch (ArithmeticException e) {
                    return wrong(name, "is too large");
                }
            }
            return wrong(name, "must be a whole number");
        });
    }

    /** @param name of a field with one of the constants' names */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return string(name).flatMap(word -> constant(name, word, type));
    }

    /** ISO 8601 with an offset. */
    public Optional<Instant> instant(String name) {
        return string(name).flatMap(word -> {
            try {
                return Optional.of(OffsetDateTime.parse(word).toInstant());
            } catch (DateTimeParseException e) {
                return wrong(name, "must be a time with its offset, such as 2025-07-07T07:12:58Z, not " + cut(word));
            }
        });
    }

    public Optional<LocalDate> day(String name) {
        return string(name).flatMap(word -> {
            try {
                return Optional.of(LocalDate.parse(word));
            } catch (DateTimeParseException e) {
                return wrong(name, "must be a day, such as 2025-07-07, not " + cut(word));
            }
        });
    }

    /** In their order, each once; none where the field is missing. */
    public Set<String> strings(String name) {
        Set<String> words = new LinkedHashSet<>();
        value(name).ifPresent(value -> {
            if (value instanceof JsonArray array && array.stream().allMatch(JsonBody::isWord)) {
                array.getValuesAs(JsonString.class).forEach(word -> words.add(word.getString()));
            } else {
                faults.put(name, "must be a list of strings");
            }
        });
        return words;
    }

    /** A map from any key to one of the constants; none where the field is missing. */
    public <E extends Enum<E>> Map<String, E> map(String name, Class<E> type) {
        Map<String, E> map = new LinkedHashMap<>();
        value(name).ifPresent(value -> {
            if (value instanceof JsonObject object) {
                object.forEach((key, word) -> constant(
                                name + "." + key, word instanceof JsonString string ? string.getString() : "", type)
                        .ifPresent(constant -> map.put(key, constant)));
            } else {
                faults.put(name, "must be an object");
            }
        });
        return map;
    }

    /** True if the client said something of that field, even null. */
    public boolean has(String name) {
        known.add(name);
        return fields.containsKey(name);
    }

    /** @throws Refused if anything was wrong */
    public void check() {
        List<String> strangers = new ArrayList<>(fields.keySet());
        strangers.removeAll(known);
        strangers.forEach(name -> faults.put(cut(name), "is not known; the fields are " + String.join(", ", known)));
        if (!faults.isEmpty()) {
            throw Refused.fields(faults);
        }
    }

    /** As a problem's {@code errors}. */
    static JsonArray errors(Map<String, String> faults) {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        faults.forEach((field, message) ->
                errors.add(Json.createObjectBuilder().add("field", field).add("message", message)));
        return errors.build();
    }

    private static boolean isWord(JsonValue value) {
        return value instanceof JsonString word && word.getString().indexOf(0) < 0;
    }

    private Optional<JsonValue> value(String name) {
        known.add(name);
        return Optional.ofNullable(fields.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private <E extends Enum<E>> Optional<E> constant(String name, String word, Class<E> type) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst();
        return found.isPresent()
                ? found
                : wrong(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ", not " + cut(word));
    }

    private <T> Optional<T> wrong(String name, String fault) {
        faults.put(name, fault);
        return Optional.empty();
    }

    private static String cut(String word) {
        return word.length() > 60 ? word.substring(0, 60) + "\u2026" : word;
    }
}
