package net.niner.status.billing;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A day to come can only be tried: what it would mark and send now would be wrong. */
@ApplicationException(rollback = true)
public class InvalidWatchDay extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidWatchDay(LocalDate day) {
        super(day + " is still to come: it can only be tried, with dryRun=true");
    }
}
