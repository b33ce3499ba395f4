package net.niner.status.notice;

/** How the connection to a mail server is protected. */
public enum MailSecurity {
    /** Not at all: for a server on the same machine. */
    NONE,
    /** Plain at first, then encrypted, or nothing is said over it (RFC 3207). */
    STARTTLS,
    /** Encrypted from the first byte (RFC 8314). */
    TLS
}
