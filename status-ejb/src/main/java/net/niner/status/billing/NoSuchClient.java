package net.niner.status.billing;

import jakarta.ejb.ApplicationException;

/** There is no client with that number, or no more. */
@ApplicationException(rollback = true)
public class NoSuchClient extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchClient(long id) {
        super("there is no client " + id);
    }
}
