package net.niner.status.history;

import java.time.Instant;

/**
 * An interval in which a check was down. Times are UTC.
 *
 * @param check the server's code and the check's name
 * @param began the first failure
 * @param confirmed when it was believed
 * @param ended the first success after it, null while it lasts
 * @param cause what the confirming measurement saw
 */
public record Outage(long checkId, String check, Instant began, Instant confirmed, Instant ended, String cause) {}
