package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** Only the last execution of a job that stopped or failed can be restarted. */
@ApplicationException
public class NotRestartable extends RuntimeException {

    public NotRestartable(long id, Throwable cause) {
        super("execution " + id + " cannot be restarted: only the latest one that stopped or failed can", cause);
    }
}
