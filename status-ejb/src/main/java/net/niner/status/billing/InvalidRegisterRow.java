package net.niner.status.billing;

import jakarta.ejb.ApplicationException;

/** A row that the register cannot take; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidRegisterRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String subject;
    private final String clientId;

    /**
     * Its client is neither in the batch nor in the register.
     *
     * @param subject as in {@code service S-17 (example.org)}
     */
    InvalidRegisterRow(String subject, String source, String clientId) {
        super(subject + " is of client " + clientId + ", whom neither the rows nor the register know from " + source);
        this.subject = subject;
        this.clientId = clientId;
    }

    /** The row, as in {@code service S-17 (example.org)}. */
    public String subject() {
        return subject;
    }

    /** The client whom nobody knows, as the source counts. */
    public String clientId() {
        return clientId;
    }
}
