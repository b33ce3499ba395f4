package net.niner.status.billing;

/** What a client has. */
public enum ServiceKind {
    HOSTING,
    DOMAIN,
    CERTIFICATE,
    EMAIL
}
