package net.niner.status.account;

/**
 * What a one-time link leads to.
 *
 * @param email empty where the person says it, with {@link LinkKind#SETUP}
 * @param name likewise
 */
public record Welcome(String email, String name, LinkKind kind, boolean secondFactorRequired) {}
