package net.niner.status.web.platform.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** What a job is started with: {@code {"parameters": {"checks": "all"}}}, or nothing at all. */
public record StartRequest(Map<String, String> parameters) {

    private static final String PARAMETERS = "parameters";

    /** @throws Refused if it is anything else: a misspelt field must not start a job that does something else */
    static StartRequest of(String body) {
        if (body.isBlank()) {
            return new StartRequest(Map.of());
        }
        Map<String, String> parameters = new TreeMap<>();
        for (Map.Entry<String, JsonValue> field :
                object("the body", parse(body)).entrySet()) {
            if (!field.getKey().equals(PARAMETERS)) {
                throw Refused.badRequest("the body has no field " + field.getKey() + "; it has " + PARAMETERS);
            }
            object(PARAMETERS, field.getValue())
                    .forEach((name, value) -> parameters.put(name, string("parameter " + name, value)));
        }
        return new StartRequest(parameters);
    }

    private static JsonValue parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw Refused.badRequest("the body is not JSON");
        }
    }

    private static JsonObject object(String name, JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw Refused.badRequest(name + " must be an object");
    }

    private static String string(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw Refused.badRequest(name + " must be a string");
    }
}
