package net.niner.status.account;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the trail.
 *
 * @param address where the request came from, null for the site itself
 * @param changes the fields that differ, by name
 */
public record AuditEvent(
        long id, Instant at, String who, String address, String action, String subject, Map<String, Change> changes) {

    /** Either is null for what was not there. */
    public record Change(String before, String after) {}

    public AuditEvent {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }
}
