package net.niner.status.maintenance;

import java.util.LinkedHashMap;
import java.util.Map;
import net.niner.status.post.Title;

/** A window as the audit trail shows it. */
final class MaintenanceWords {

    private MaintenanceWords() {}

    /** {@code NC036: New disks}, as its posts are called. */
    static String subject(MaintenanceWindow window) {
        return Title.of(window.codes(), window.title());
    }

    static Map<String, String> of(MaintenanceWindow window) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", window.title());
        words.put("servers", String.join(", ", window.codes()));
        words.put("state", window.state().name());
        words.put("planned-from", window.plannedFrom().toString());
        words.put("planned-until", window.plannedUntil().toString());
        words.put("actual-from", window.actualFrom().map(Object::toString).orElse(""));
        words.put("actual-until", window.actualUntil().map(Object::toString).orElse(""));
        words.put("starts-itself", String.valueOf(window.startsItself()));
        words.put("ends-itself", String.valueOf(window.endsItself()));
        words.put("reason", window.cancelReason().orElse(""));
        words.put("posts", String.valueOf(window.updates().size()));
        return words;
    }
}
