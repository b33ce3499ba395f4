package net.niner.status.billing;

import jakarta.ejb.ApplicationException;

/** Something that cannot be done to an invoice run; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        /** It is completed, superseded, or has not begun. */
        STATE,
        /** Some of its clients have neither an invoice nor a waiver. */
        UNBILLED,
        /** Nobody promises what is past. */
        PROMISE_PAST,
        TOO_LONG
    }

    private final String field;
    private final Fault fault;

    /** @param field of the page: {@code state}, {@code promisedOn}, {@code cause} */
    public InvalidRun(String field, Fault fault) {
        super("the run cannot be changed so: " + field + " " + fault);
        this.field = field;
        this.fault = fault;
    }

    public String field() {
        return field;
    }

    public Fault fault() {
        return fault;
    }
}
