package net.niner.status.post;

import jakarta.ejb.ApplicationException;

/** A category cannot be as somebody wants it. */
@ApplicationException(rollback = true)
public class InvalidCategory extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final Fault fault;

    /** What can be wrong. */
    public enum Fault {
        NAME_MISSING,
        NAME_LONG,
        /** Another one of that name stands in the same place. */
        NAME_TAKEN,
        NO_SUCH_CATEGORY,
        BELOW_ITSELF,
        /** It is to go, but posts are in it. */
        HAS_POSTS,
        /** It is to go, but others stand below it. */
        HAS_CHILDREN
    }

    /** @param field {@code name}, {@code parent} or {@code slug} */
    public InvalidCategory(String field, Fault fault) {
        super(field + ": " + fault);
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
