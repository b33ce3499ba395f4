package net.niner.status.account;

/**
 * Whose session it is.
 *
 * @param language null for whatever the browser asks for
 */
public record SignedIn(long sessionId, Actor actor, String name, String language, UserRole role) {}
