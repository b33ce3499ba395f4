package net.niner.status.incident;

import jakarta.ejb.ApplicationException;

/** There is no follow-up of that number. */
@ApplicationException(rollback = true)
public class NoSuchFollowUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchFollowUp(long id) {
        super("there is no follow-up " + id);
    }
}
