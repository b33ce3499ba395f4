package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** Only the last execution of a job that stopped or failed can be restarted. */
@ApplicationException
public class NotRestartable extends RuntimeException {

    private final long execution;

    public NotRestartable(long execution) {
        this(execution, null);
    }

    public NotRestartable(long execution, Throwable cause) {
        super("execution " + execution + " cannot be restarted: only the latest one that stopped or failed can", cause);
        this.execution = execution;
    }

    public long execution() {
        return execution;
    }
}
