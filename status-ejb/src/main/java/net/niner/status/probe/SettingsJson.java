package net.niner.status.probe;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.platform.Vault;
import net.niner.status.platform.VaultException;
import net.niner.status.probe.InvalidSettings.Problem;

/** Settings as the database keeps them: JSON, where a secret is an object with its encrypted text as the only member. */
public final class SettingsJson {

    private static final String ENCRYPTED = "encrypted";

    private final Vault vault;

    /** Kept, since {@code Json} looks it up among all libraries of the server at every call. */
    private final JsonProvider provider = JsonProvider.provider();

    public SettingsJson(Vault vault) {
        this.vault = vault;
    }

    public String write(ProbeSpec spec) {
        return json(Settings.write(spec)).toString();
    }

    /**
     * @throws InvalidSettings if it was written by hand, or by a version with other settings
     * @throws VaultException if a secret in it cannot be decrypted
     */
    public ProbeSpec read(Kind kind, String text) throws InvalidSettings, VaultException {
        return Settings.read(kind, object(parse(text)));
    }

    private JsonObject parse(String text) throws InvalidSettings {
        try (JsonReader reader = provider.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new InvalidSettings(
                    List.of(new Problem("settings", "settings are not a JSON object", Fault.UNKNOWN)));
        }
    }

    private JsonValue json(Object value) {
        if (value instanceof Map<?, ?> map) {
            var object = provider.createObjectBuilder();
            map.forEach((name, each) -> object.add((String) name, json(each)));
            return object.build();
        }
        if (value instanceof List<?> list) {
            var array = provider.createArrayBuilder();
            list.forEach(each -> array.add(json(each)));
            return array.build();
        }
        if (value instanceof Secret secret) {
            return json(Map.of(ENCRYPTED, vault.encrypt(secret.reveal())));
        }
        return value instanceof Integer number ? provider.createValue(number) : provider.createValue((String) value);
    }

    private Map<String, Object> object(JsonObject json) throws VaultException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : json.entrySet()) {
            map.put(member.getKey(), value(member.getValue()));
        }
        return map;
    }

    private Object value(JsonValue json) throws VaultException {
        if (json instanceof JsonObject object) {
            boolean secret = object.size() == 1 && object.get(ENCRYPTED) instanceof JsonString;
            return secret ? new Secret(vault.decrypt(object.getString(ENCRYPTED))) : object(object);
        }
        if (json.getValueType() == JsonValue.ValueType.ARRAY) {
            List<Object> list = new ArrayList<>();
            for (JsonValue each : json.asJsonArray()) {
                list.add(value(each));
            }
            return list;
        }
        if (json instanceof JsonNumber number) {
            return number.numberValue();
        }
        return json instanceof JsonString string ? string.getString() : null;
    }
}
