package net.niner.status.incident;

import jakarta.ejb.ApplicationException;

/** There is no post-mortem of that number. */
@ApplicationException(rollback = true)
public class NoSuchPostMortem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchPostMortem(long id) {
        super("there is no post-mortem " + id);
    }
}
