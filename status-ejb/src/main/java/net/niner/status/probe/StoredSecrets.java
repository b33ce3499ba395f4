package net.niner.status.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import net.niner.status.probe.InvalidSettings.Problem;

/**
 * Secrets are shown to nobody, so who edits a check or imports its export leaves them out, and the stored ones stay. But only for the target
 * that they were given for: else whoever may edit a check could have its password sent to a server of his own.
 */
final class StoredSecrets {

    private static final List<String> TARGET = List.of("url", "host", "port");
    private static final String PASSWORD = "password";
    private static final String USER = "user";
    private static final String HEADERS = "headers";

    private StoredSecrets() {}

    /**
     * @param parsed the values by setting, to which this adds
     * @param stored asked only where a secret is left out; null for nothing
     * @param wrong what is known to be wrong already, and not spoken of again
     * @return what is missing
     */
    static List<Problem> complete(
            Kind kind, Map<String, Object> parsed, Supplier<ProbeSpec> stored, Set<String> wrong) {
        List<Problem> problems = new ArrayList<>();
        boolean noPassword = parsed.containsKey(PASSWORD)
                && parsed.get(PASSWORD) == null
                && parsed.get(USER) != null
                && !wrong.contains(PASSWORD);
        boolean noValue = parsed.get(HEADERS) instanceof Map<?, ?> headers
                && headers.values().stream().anyMatch(Objects::isNull);
        if (!noPassword && !noValue) {
            return problems;
        }
        Map<String, Object> old = values(kind, stored.get());
        Object host = virtualHost(old.get(HEADERS), null);
        boolean sameTarget = !old.isEmpty()
                && TARGET.stream().allMatch(n -> Objects.equals(parsed.get(n), old.get(n)))
                && Objects.equals(virtualHost(parsed.get(HEADERS), host), host);
        if (noPassword && sameTarget) {
            parsed.put(PASSWORD, old.get(PASSWORD));
        } else if (noPassword && old.get(PASSWORD) != null) {
            problems.add(anew(PASSWORD, "password"));
        }
        if (noValue) {
            Object known = old.get(HEADERS);
            Map<?, ?> headers = (Map<?, ?>) parsed.get(HEADERS);
            parsed.put(
                    HEADERS, headers(headers, known instanceof Map<?, ?> map ? map : Map.of(), sameTarget, problems));
        }
        return problems;
    }

    /** A server that serves many asks the header {@code Host} whom a request is for: another one is another target. */
    private static Object virtualHost(Object headers, Object whereLeftOut) {
        return headers instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(header -> "host".equalsIgnoreCase((String) header.getKey()))
                        .map(header -> header.getValue() == null ? whereLeftOut : header.getValue())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static Map<String, Object> headers(
            Map<?, ?> given, Map<?, ?> stored, boolean sameTarget, List<Problem> problems) {
        Map<String, Object> headers = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            Object kept = value == null && sameTarget ? stored.get(name) : value;
            headers.put((String) name, kept);
            if (kept == null) {
                problems.add(
                        stored.containsKey(name)
                                ? anew(HEADERS, "headers " + name)
                                : new Problem(
                                        HEADERS,
                                        "headers " + name + " has no value, and none is stored",
                                        Fault.HEADER_VALUE,
                                        List.of((String) name)));
            }
        });
        return Collections.unmodifiableMap(headers);
    }

    private static Problem anew(String setting, String what) {
        return new Problem(
                setting,
                what
                        + " must be given anew: the target is another one, and a stored secret goes to its own target only",
                Fault.SECRET_ANEW);
    }

    /** None where nothing is stored, or something of another kind. */
    private static Map<String, Object> values(Kind kind, ProbeSpec spec) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (spec == null || Kind.of(spec) != kind) {
            return values;
        }
        kind.slots().forEach(slot -> values.put(slot.name(), slot.get(spec)));
        return values;
    }
}
