package net.niner.status.incident;

import java.time.Instant;

/**
 * A server that a published incident impairs now.
 *
 * @param since when this impact began, UTC
 */
public record Impaired(long serverId, long incidentId, Impact impact, Instant since) {}
