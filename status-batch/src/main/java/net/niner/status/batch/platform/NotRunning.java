package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** Only what runs can be stopped. */
@ApplicationException
public class NotRunning extends RuntimeException {

    private final long execution;

    public NotRunning(long execution) {
        super("execution " + execution + " is not running");
        this.execution = execution;
    }

    public long execution() {
        return execution;
    }
}
