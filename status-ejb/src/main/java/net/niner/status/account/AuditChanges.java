package net.niner.status.account;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.niner.status.account.AuditEvent.Change;

/** The differences of an event as JSON: {@code {"name": {"before": "a", "after": "b"}}}, without a side that was not there. */
final class AuditChanges {

    static final int VALUE_LENGTH = 2_000;

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private AuditChanges() {}

    /** Only what differs. */
    static Map<String, Change> between(Map<String, String> before, Map<String, String> after) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        Map<String, Change> changes = new LinkedHashMap<>();
        for (String field : fields) {
            if (!Objects.equals(before.get(field), after.get(field))) {
                changes.put(field, new Change(cut(before.get(field)), cut(after.get(field))));
            }
        }
        return changes;
    }

    static String write(Map<String, Change> changes) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        changes.forEach((field, change) -> {
            JsonObjectBuilder sides = Json.createObjectBuilder();
            if (change.before() != null) {
                sides.add(BEFORE, change.before());
            }
            if (change.after() != null) {
                sides.add(AFTER, change.after());
            }
            json.add(field, sides);
        });
        return json.build().toString();
    }

    /** What somebody wrote into the table by hand is shown as it is. */
    static Map<String, Change> read(String json) {
        Map<String, Change> changes = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((field, sides) -> changes.put(field, change(sides.asJsonObject())));
            return changes;
        } catch (JsonException | ClassCastException e) {
            return Map.of("?", new Change(null, json));
        }
    }

    private static Change change(JsonObject sides) {
        return new Change(sides.getString(BEFORE, null), sides.getString(AFTER, null));
    }

    /** PostgreSQL keeps no NUL, and half a character no hash. */
    private static String cut(String value) {
        return value == null ? null : AuditText.cut(value, VALUE_LENGTH);
    }
}
