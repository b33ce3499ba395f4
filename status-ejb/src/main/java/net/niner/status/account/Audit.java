package net.niner.status.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;

/** The trail of every change: who, when, from where, what, before and after. Rows are added, never changed or removed. */
@Stateless
public class Audit {

    /**
     * Writes down a change, in the transaction that makes it. Who and from where is asked of {@link Caller}. What is the same before and after is left out; nothing is written where all is.
     *
     * @param action what was done, as {@code check.change}: a feature's word, a dot, a verb
     * @param subject what it was done to, as a person knows it: {@code NC036 webmail}
     * @param before the fields as they were, empty for what did not exist; never holds a secret
     * @param after the fields as they are, empty for what exists no more; never holds a secret
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(String action, String subject, Map<String, String> before, Map<String, String> after) {}
}
