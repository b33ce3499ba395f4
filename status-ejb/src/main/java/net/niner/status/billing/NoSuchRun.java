package net.niner.status.billing;

import jakarta.ejb.ApplicationException;

/** There is no run with that number. */
@ApplicationException(rollback = true)
public class NoSuchRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchRun(long id) {
        super("there is no invoice run " + id);
    }
}
