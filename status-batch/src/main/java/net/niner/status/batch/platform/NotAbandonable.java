package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** Only what stopped or failed can be given up: what runs has to be stopped first, and what completed is done. */
@ApplicationException
public class NotAbandonable extends RuntimeException {

    private final long execution;

    public NotAbandonable(long execution) {
        super("execution " + execution + " cannot be abandoned: only one that stopped or failed can");
        this.execution = execution;
    }

    public long execution() {
        return execution;
    }
}
