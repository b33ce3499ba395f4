package net.niner.status.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.niner.status.probe.InvalidSettings.Problem;

/**
 * Settings by name, as a person writes them in YAML or in a form and as the database keeps them, to and from a {@link ProbeSpec}. What may
 * be set stands there, as {@link Setting}. An empty setting is an absent one.
 */
public final class Settings {

    private static final String SECURITY = "security";

    private Settings() {}

    /**
     * @param values texts, numbers, truth values, dates, lists and maps as YAML or JSON deliver them; secrets as text or {@link Secret}
     * @throws InvalidSettings with all that is wrong
     */
    public static ProbeSpec read(Kind kind, Map<String, ?> values) throws InvalidSettings {
        return read(kind, values, () -> null);
    }

    /**
     * The same, where a secret may be left out that is stored already.
     *
     * @param stored finds what the check asks so far, null for nothing; its secrets are taken over only where the target is the same
     * @throws InvalidSettings with all that is wrong
     */
    public static ProbeSpec read(Kind kind, Map<String, ?> values, Supplier<ProbeSpec> stored) throws InvalidSettings {
        List<Problem> problems = new ArrayList<>();
        Set<String> wrong = new HashSet<>();
        Map<String, Object> parsed = new LinkedHashMap<>();
        boolean tls = ProbeSpec.Security.TLS
                .name()
                .equalsIgnoreCase(String.valueOf(values.get(SECURITY)).strip());
        for (SettingSlot slot : kind.slots()) {
            Object raw = values.get(slot.name());
            parsed.put(slot.name(), slot.absent(tls));
            try {
                if (given(raw)) {
                    parsed.put(slot.name(), slot.parse(raw));
                } else if (slot.mandatory()) {
                    throw new Misfit(Fault.MISSING, slot.name() + " is missing");
                }
            } catch (Misfit e) {
                wrong.add(slot.name());
                problems.add(Problem.of(slot.name(), e));
            }
        }
        for (Problem problem : StoredSecrets.complete(kind, parsed, stored, wrong)) {
            wrong.add(problem.setting());
            problems.add(problem);
        }
        ProbeSpec spec = construct(kind, parsed.values());
        problems.addAll(Combinations.problems(spec, wrong));
        problems.addAll(unknown(kind, values.keySet()));
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return spec;
    }

    /** The inverse: what is not absent and not the default, secrets as {@link Secret}, in the order of the record. */
    public static Map<String, Object> write(ProbeSpec spec) {
        List<SettingSlot> slots = Kind.of(spec).slots();
        boolean tls = slots.stream().anyMatch(slot -> slot.get(spec) == ProbeSpec.Security.TLS);
        Map<String, Object> values = new LinkedHashMap<>();
        for (SettingSlot slot : slots) {
            Object value = slot.get(spec);
            if (value != null && !value.equals(slot.absent(tls))) {
                values.put(slot.name(), slot.format(value));
            }
        }
        return values;
    }

    private static boolean given(Object raw) {
        return raw != null
                && !raw.equals("")
                && !(raw instanceof Secret secret && secret.reveal().isEmpty());
    }

    private static List<Problem> unknown(Kind kind, Set<?> names) {
        return names.stream()
                .map(String::valueOf)
                .filter(name -> !kind.settings().contains(name))
                .map(name -> new Problem(name, unknown(kind, name), Fault.UNKNOWN))
                .toList();
    }

    private static String unknown(Kind kind, String name) {
        String hint = NearestName.of(name, kind.settings())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> kind.word() + " knows " + String.join(", ", kind.settings()));
        return name.replaceAll("\\p{Cntrl}+", " ") + " is no setting of " + kind.word() + ": " + hint;
    }

    private static ProbeSpec construct(Kind kind, Collection<Object> components) {
        try {
            return (ProbeSpec) kind.type().getDeclaredConstructors()[0].newInstance(components.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind + " cannot be made", e);
        }
    }
}
