package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** There is no job of that name. */
@ApplicationException
public class NoSuchJob extends RuntimeException {

    public NoSuchJob(String name) {
        super("there is no job " + name);
    }
}
