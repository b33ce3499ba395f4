package net.niner.status.incident;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update as somebody wrote it.
 *
 * @param text Markdown
 * @param state what it leads to
 * @param impacts what it leads to, by the servers' codes; servers that are not named are well
 */
public record UpdateDraft(String text, IncidentState state, Map<String, Impact> impacts) {

    public UpdateDraft {
        text = text == null ? "" : text.strip();
        impacts = Collections.unmodifiableMap(new LinkedHashMap<>(impacts));
    }
}
