package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** A job that may run only once at a time runs already. */
@ApplicationException
public class JobRunning extends RuntimeException {

    private final String job;
    private final long execution;

    public JobRunning(String job, long execution) {
        super(job + " is running already, as execution " + execution);
        this.job = job;
        this.execution = execution;
    }

    public String job() {
        return job;
    }

    /** The one that runs. */
    public long execution() {
        return execution;
    }
}
