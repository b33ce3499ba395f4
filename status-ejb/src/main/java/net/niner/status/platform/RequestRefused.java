package net.niner.status.platform;

import jakarta.ejb.ApplicationException;

/** A request with a key that was used before cannot be answered. */
@ApplicationException(rollback = true)
public class RequestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean underWay;

    private RequestRefused(String message, boolean underWay) {
        super(message);
        this.underWay = underWay;
    }

    static RequestRefused underWay(String key) {
        return new RequestRefused("a request with the Idempotency-Key " + key + " is under way; ask again later", true);
    }

    static RequestRefused another(String key) {
        return new RequestRefused("the Idempotency-Key " + key + " was used for another request", false);
    }

    /** Whether the same request may be sent again later. */
    public boolean isUnderWay() {
        return underWay;
    }
}
