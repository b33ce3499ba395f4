package net.niner.status.account;

import java.time.Instant;

/**
 * Somewhere where a person is signed in.
 *
 * @param lastSeen to the minute
 * @param agent what the browser calls itself
 */
public record UserSession(long id, Instant began, Instant lastSeen, String address, String agent) {}
