package net.niner.status.server;

/** Whom a server serves. */
public enum Visibility {
    /** Clients depend on it. */
    PUBLIC,
    /** It serves no client, and its declared status says just that. */
    INTERNAL
}
