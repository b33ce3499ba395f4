package net.niner.status.probe;

import jakarta.ejb.ApplicationException;

/** So many probes run at the moment that no other one can be begun; a little later one can. */
@ApplicationException(rollback = true)
public class TooManyTrials extends RuntimeException {

    TooManyTrials() {
        super("too many probes run at the moment; try again in a little while");
    }
}
