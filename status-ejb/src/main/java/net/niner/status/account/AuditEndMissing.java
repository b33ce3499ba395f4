package net.niner.status.account;

import jakarta.ejb.ApplicationException;

/** The trail does not say where it ends, so nothing can be written behind it, and what nobody could write down is not done. */
@ApplicationException(rollback = true)
public class AuditEndMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    AuditEndMissing() {
        super(
                "The row of the table audit_head is gone, so that no change can be written into the audit trail, and none is made:"
                        + " restore the database from a backup.");
    }
}
