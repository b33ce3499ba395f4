package net.niner.status.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is different between what is and what shall be, in words. */
final class Differences {

    private final List<ImportReport.Difference> seen = new ArrayList<>();

    void see(String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            String was = text(before);
            String becomes = text(after);
            // of a secret, both look the same
            seen.add(new ImportReport.Difference(field, was, becomes.equals(was) ? becomes + " (changed)" : becomes));
        }
    }

    /** Setting by setting; a secret shows only that it changed. */
    void seeSettings(ProbeSpec before, ProbeSpec after) {
        Map<String, Object> old = before == null ? Map.of() : Settings.write(before);
        Map<String, Object> young = Settings.write(after);
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(young.keySet());
        names.forEach(name -> see(name, old.get(name), young.get(name)));
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    List<ImportReport.Difference> all() {
        return List.copyOf(seen);
    }

    /** The fields as they were, for the audit trail. */
    Map<String, String> before() {
        Map<String, String> before = new LinkedHashMap<>();
        seen.forEach(difference -> before.put(difference.field(), difference.before()));
        return before;
    }

    /** The fields as they are now, for the audit trail. */
    Map<String, String> after() {
        Map<String, String> after = new LinkedHashMap<>();
        seen.forEach(difference -> after.put(difference.field(), difference.after()));
        return after;
    }

    String text() {
        return seen.stream()
                .map(difference -> difference.field() + ": " + difference.before() + " -> " + difference.after())
                .collect(Collectors.joining("; "));
    }

    private static String text(Object value) {
        return value == null ? "none" : value.toString();
    }
}
