package net.niner.status.incident;

/** What an outage of a server leads to. */
public enum ProposalKind {
    /** It stands on the desk, and nothing else happens. */
    ALERT_ONLY,
    /** An incident is drafted, and waits for somebody. */
    DRAFT,
    /** An incident is drafted, and publishes itself when the outage has lasted for some minutes. */
    PUBLISH
}
