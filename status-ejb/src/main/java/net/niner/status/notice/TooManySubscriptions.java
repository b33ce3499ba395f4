package net.niner.status.notice;

import jakarta.ejb.ApplicationException;

/** So many asked from one place that they have to wait. */
@ApplicationException(rollback = true)
public class TooManySubscriptions extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManySubscriptions() {
        super("too many subscriptions were asked for from one place");
    }
}
