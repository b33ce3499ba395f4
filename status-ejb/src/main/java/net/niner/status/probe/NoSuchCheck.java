package net.niner.status.probe;

import jakarta.ejb.ApplicationException;

/** There is no check with that number; it may have been removed meanwhile. */
@ApplicationException(rollback = true)
public class NoSuchCheck extends RuntimeException {

    public NoSuchCheck(long id) {
        super("there is no check " + id);
    }
}
