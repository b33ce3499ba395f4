package net.niner.status.notice;

/** Whether mail goes out at all. Where it does not, notices wait. */
public enum MailState {
    /** No relay is configured, or no address to send from. */
    NO_RELAY,
    /** The database comes from another installation, and nobody has said that this one may send. */
    OTHER_INSTALLATION,
    /** The relay does not let the site in at the moment; it tries again by itself. */
    RELAY_FAILS,
    READY
}
