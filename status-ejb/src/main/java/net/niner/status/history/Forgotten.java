package net.niner.status.history;

/**
 * What went.
 *
 * @param bytes about what it cost on disk
 */
public record Forgotten(int hours, long bytes) {}
