package net.niner.status.account;

/** The password was right; that is all, or there is more to do. */
public record SignInResult(long userId, Next next) {

    /** What it takes beside the password. */
    public enum Next {
        /** Nothing: begin a session. */
        DONE,
        /** A code of the authenticator, or a recovery code. */
        CODE,
        /** The person needs an authenticator and has none: pair one. */
        ENROL
    }
}
