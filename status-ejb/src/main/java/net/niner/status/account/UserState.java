package net.niner.status.account;

/** How far a person's account has come. */
public enum UserState {
    /** Has not chosen a password yet. */
    INVITED,
    ACTIVE,
    /** Is let in no more; what was done under the account stays. */
    DISABLED
}
