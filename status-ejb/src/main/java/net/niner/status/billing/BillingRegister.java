package net.niner.status.billing;

import jakarta.ejb.Stateless;
import java.util.List;

/** Clients, services and invoices, as billing systems tell of them. */
@Stateless
public class BillingRegister {

    /**
     * Brings the register to what these rows say, in the caller's transaction; again and again to the same result. What they do not name stays.
     * References to clients that neither the batch nor the register knows are refused before anything is changed.
     */
    public List<RegisterChange> upsert(RegisterBatch batch) {
        throw new UnsupportedOperationException(batch.toString());
    }

    /** What {@link #upsert} would change, and changes nothing. */
    public List<RegisterChange> difference(RegisterBatch batch) {
        throw new UnsupportedOperationException(batch.toString());
    }
}
