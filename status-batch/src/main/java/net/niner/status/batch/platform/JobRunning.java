package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** A job that may run only once at a time runs already. */
@ApplicationException
public class JobRunning extends RuntimeException {

    public JobRunning(String name, long id) {
        super(name + " is running already, as execution " + id);
    }
}
