package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** There is no job of that name. */
@ApplicationException
public class NoSuchJob extends RuntimeException {

    private final String job;

    public NoSuchJob(String job) {
        super("there is no job " + job);
        this.job = job;
    }

    public String job() {
        return job;
    }
}
