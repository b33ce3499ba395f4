package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** Only what runs can be stopped. */
@ApplicationException
public class NotRunning extends RuntimeException {

    public NotRunning(long id) {
        super("execution " + id + " is not running");
    }
}
