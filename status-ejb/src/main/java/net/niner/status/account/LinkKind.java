package net.niner.status.account;

/** What a one-time link is for. */
public enum LinkKind {
    /** Become the first owner. */
    SETUP,
    /** Take up an account that somebody prepared. */
    INVITATION,
    /** Choose a new password and second factor. */
    RESET
}
