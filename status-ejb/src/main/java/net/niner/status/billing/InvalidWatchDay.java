package net.niner.status.billing;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;

/** A day to come, or one before the last that was watched, can only be tried: what it would mark and send now would be wrong. */
@ApplicationException(rollback = true)
public class InvalidWatchDay extends RuntimeException {

    private static final long serialVersionUID = 1;

    private InvalidWatchDay(String message) {
        super(message + ": it can only be tried, with dryRun=true");
    }

    static InvalidWatchDay toCome(LocalDate day) {
        return new InvalidWatchDay(day + " is still to come");
    }

    static InvalidWatchDay passed(LocalDate day) {
        return new InvalidWatchDay(day + " has passed, and mail of that day would go out now");
    }
}
