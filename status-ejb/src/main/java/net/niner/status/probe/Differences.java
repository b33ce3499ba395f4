package net.niner.status.probe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is different between what is and what shall be, in words. */
final class Differences {

    private final List<String> words = new ArrayList<>();

    void see(String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            words.add(field + ": " + text(before) + " -> " + text(after));
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
        return words.isEmpty();
    }

    String text() {
        return String.join("; ", words);
    }

    private static String text(Object value) {
        return value == null ? "none" : value.toString();
    }
}
