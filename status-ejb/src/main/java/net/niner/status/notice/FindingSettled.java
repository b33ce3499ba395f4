package net.niner.status.notice;

/**
 * What was found is no more.
 *
 * @param key as in {@link FindingRaised}
 */
public record FindingSettled(String key) {}
