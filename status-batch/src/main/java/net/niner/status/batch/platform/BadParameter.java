package net.niner.status.batch.platform;

import jakarta.ejb.ApplicationException;

/** A parameter that the job does not know or cannot use. */
@ApplicationException
public class BadParameter extends RuntimeException {

    public BadParameter(String message) {
        super(message);
    }
}
