package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** There is no execution of that number, or no longer. */
@ApplicationException
public class NoSuchExecution extends RuntimeException {

    public NoSuchExecution(long id) {
        super("there is no execution " + id);
    }
}
