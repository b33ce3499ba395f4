package net.niner.status.incident;

import java.time.Instant;

/**
 * The last word about an incident.
 *
 * @param number counted from 1
 * @param at UTC
 */
public record LatestUpdate(int number, Instant at) {}
