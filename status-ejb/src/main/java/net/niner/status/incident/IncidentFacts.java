package net.niner.status.incident;

import java.time.Instant;
import java.util.List;

/**
 * What is known of an incident when its post-mortem begins.
 *
 * @param title without the servers' codes in front
 * @param began UTC
 * @param until when it was resolved, null while it lasts; UTC
 * @param servers codes of those concerned
 * @param updates what was said, oldest first
 */
public record IncidentFacts(
        String title, Instant began, Instant until, List<String> servers, List<TimelineRow> updates) {

    public IncidentFacts {
        servers = List.copyOf(servers);
        updates = List.copyOf(updates);
    }
}
