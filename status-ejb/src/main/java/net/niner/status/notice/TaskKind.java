package net.niner.status.notice;

/** Why a person must do something that the site cannot. */
public enum TaskKind {
    /** Mail to a client came back, or was refused. */
    ADDRESS_FAILS,
    /** A client cannot be told, since no address of theirs works now. */
    UNREACHABLE,
    /** A client's service expires within days, and there is no invoice: contact them, renew on credit. */
    EXPIRY_UNBILLED,
    /** A row of an import says what cannot be, as a day in the year 0000. */
    IMPORT_FINDING
}
