package net.niner.status.notice;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.mail.MessagingException;
import java.util.function.BooleanSupplier;

/** Reads the mailbox of reports, outside of transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BounceReading {

    @EJB
    private Bounces bounces;

    @EJB
    private MailSetups setups;

    /** A sentence for whoever reads about jobs. */
    public String read(BooleanSupplier stopping) throws MessagingException {
        if (!bounces.configured()) {
            return "no mailbox is configured";
        }
        return "read " + new BounceMailbox(setups.read()).read(bounces::record, stopping) + " reports";
    }
}
