package net.niner.status.incident;

import java.time.Instant;

/**
 * A time in which an impact was declared of a server, UTC.
 *
 * @param until exclusive, null while it lasts
 */
public record ImpactSpan(Impact impact, Instant from, Instant until) {}
