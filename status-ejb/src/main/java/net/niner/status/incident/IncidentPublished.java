package net.niner.status.incident;

/**
 * An update of an incident was published; observe it after the transaction that did it.
 *
 * @param updateNumber 1 for the incident's first
 */
public record IncidentPublished(long incidentId, int updateNumber) {}
