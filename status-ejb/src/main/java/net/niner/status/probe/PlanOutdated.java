package net.niner.status.probe;

import jakarta.ejb.ApplicationException;

/** What an import would change now is no longer what its dry run showed; nothing was changed. */
@ApplicationException(rollback = true)
public class PlanOutdated extends RuntimeException {

    PlanOutdated() {
        super("servers or checks were changed since the dry run; look at a new one first");
    }
}
