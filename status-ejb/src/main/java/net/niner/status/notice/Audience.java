package net.niner.status.notice;

/** Whom a notice is for. */
public enum Audience {
    /** The people who run the site. */
    OWNER,
    /** Clients, who did not ask for it: only what concerns their services. */
    CLIENT,
    /** Those who asked for it. */
    SUBSCRIBER
}
