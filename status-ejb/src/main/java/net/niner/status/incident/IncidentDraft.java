package net.niner.status.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An incident as somebody wrote it.
 *
 * @param title without the servers' codes in front
 * @param text Markdown: what visitors read first
 * @param impacts by the servers' codes
 * @param began when clients could first notice it, UTC; null for now
 */
public record IncidentDraft(String title, String text, Map<String, Impact> impacts, Instant began) {

    public IncidentDraft {
        title = title == null ? "" : title.strip();
        text = text == null ? "" : text.strip();
        impacts = Collections.unmodifiableMap(new LinkedHashMap<>(impacts));
    }

    /** For the audit trail. */
    static String words(Map<String, Impact> impacts) {
        StringBuilder words = new StringBuilder();
        new TreeMap<>(impacts).forEach((code, impact) -> words.append(words.isEmpty() ? "" : ", ")
                .append(code)
                .append(' ')
                .append(impact));
        return words.toString();
    }
}
