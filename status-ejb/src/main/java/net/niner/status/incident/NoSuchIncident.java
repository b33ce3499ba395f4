package net.niner.status.incident;

import jakarta.ejb.ApplicationException;

/** There is no incident of that number, or no more. */
@ApplicationException(rollback = true)
public class NoSuchIncident extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchIncident(long id) {
        super("there is no incident " + id);
    }
}
