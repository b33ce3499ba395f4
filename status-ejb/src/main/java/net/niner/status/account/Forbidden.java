package net.niner.status.account;

import jakarta.ejb.ApplicationException;

/** Somebody asked for what they may not do; nothing was done. */
@ApplicationException(rollback = true)
public class Forbidden extends RuntimeException {

    private final Permission missing;

    private Forbidden(String message, Permission missing) {
        super(message);
        this.missing = missing;
    }

    static Forbidden nobody() {
        return new Forbidden("nobody has signed in", null);
    }

    /** For what more than one permission opens, the one that is named. */
    static Forbidden lacks(Actor actor, Permission permission) {
        return new Forbidden(actor.name() + " does not have the permission " + permission, permission);
    }

    /** What would have been needed, null where it takes somebody who signed in. */
    public Permission missing() {
        return missing;
    }
}
