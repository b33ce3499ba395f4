package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** There is no execution of that number, or no longer. */
@ApplicationException
public class NoSuchExecution extends RuntimeException {

    private final long execution;

    public NoSuchExecution(long execution) {
        super("there is no execution " + execution);
        this.execution = execution;
    }

    public long execution() {
        return execution;
    }
}
