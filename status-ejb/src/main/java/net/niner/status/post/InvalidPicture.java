package net.niner.status.post;

import jakarta.ejb.ApplicationException;

/** A file that somebody sent is no picture that the site takes. */
@ApplicationException(rollback = true)
public class InvalidPicture extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** Why not. */
    public enum Fault {
        FILE_TOO_LARGE,
        TOO_MANY_PIXELS,
        NO_PICTURE
    }

    public InvalidPicture(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
