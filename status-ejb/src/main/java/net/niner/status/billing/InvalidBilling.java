package net.niner.status.billing;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** What somebody wants with a run, a client or the policy cannot be done; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidBilling extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        MISSING,
        LONG,
        /** No day, or none that can be read. */
        DAY,
        /** A day that is over. */
        PAST,
        /** A day that has not come. */
        FUTURE,
        /** A day before the run's bill day. */
        EARLY,
        /** Outside of what can be. */
        RANGE,
        /** No address of mail. */
        ADDRESS,
        ZONE,
        LANGUAGE,
        NO_SUCH_SERVER,
        NO_SUCH_INCIDENT,
        /** The run is completed or superseded. */
        OVER,
        /** The client has an invoice in that run, or a waiver. */
        SETTLED,
        /** The client has no active service in the run's coverage. */
        NOT_COVERED,
        /** The client's data was erased. */
        ERASED
    }

    /**
     * One thing that is wrong.
     *
     * @param field as the component of the draft is called
     */
    public record Problem(String field, Fault fault) {}

    private final transient List<Problem> problems;

    public InvalidBilling(List<Problem> problems) {
        super("that cannot be so: " + problems);
        this.problems = List.copyOf(problems);
    }

    static InvalidBilling of(String field, Fault fault) {
        return new InvalidBilling(List.of(new Problem(field, fault)));
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
