package net.niner.status.account;

/** What a person or a token may do. A permission to change something does not include the one to read; every role holds {@link #READ}. */
public enum Permission {
    /** See the back office: the desk, servers, checks, jobs, as they are. */
    READ,
    /** Write, publish and withdraw posts. */
    POSTS,
    /** Open, update and resolve incidents. */
    INCIDENTS,
    /** Plan, start and end maintenance. */
    MAINTENANCE,
    /** Change servers and their checks, and probe at once. */
    SERVERS,
    /** Start, stop, restart and abandon jobs. */
    JOBS,
    /** See and change clients, invoices and notices. */
    BILLING,
    /** Change how the site looks and behaves. */
    SETTINGS,
    /** Invite people, give roles, reset and end their access. */
    PEOPLE,
    /** Read and verify the audit trail. */
    AUDIT
}
