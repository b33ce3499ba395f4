package net.niner.status.post;

import jakarta.ejb.ApplicationException;

/** There is no post of that number. */
@ApplicationException(rollback = true)
public class NoSuchPost extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchPost(long id) {
        super("there is no post " + id);
    }
}
