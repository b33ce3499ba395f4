package net.niner.status.server;

/** What a server is for, as the company's clients know it. */
public enum Role {
    MAIL_SERVER,
    WEB_SERVER,
    PRIMARY_NAMESERVER,
    SECONDARY_NAMESERVER,
    PHONE_SERVER,
    RELAY_SERVER,
    MONITORING_SERVER,
    STATUS_WEBSITE,
    OTHER
}
