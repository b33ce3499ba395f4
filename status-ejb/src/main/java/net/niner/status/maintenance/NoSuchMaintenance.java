package net.niner.status.maintenance;

import jakarta.ejb.ApplicationException;

/** There is no window with that number. */
@ApplicationException(rollback = true)
public class NoSuchMaintenance extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchMaintenance(long id) {
        super("there is no maintenance " + id);
    }
}
