package net.niner.status.billing;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Rules of billing that cannot hold; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidPolicy extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        MISSING,
        /** Not within what makes sense. */
        RANGE,
        /** Runs have been planned by what held then, and some are under way. */
        PAST,
        /** Not more than ten, each once, from 1 to 365. */
        NOTICES,
        /** The day would end before it begins. */
        WINDOW
    }

    /** @param field of {@link BillingPolicy} */
    public record Problem(String field, Fault fault) {}

    private final transient List<Problem> problems;

    InvalidPolicy(List<Problem> problems) {
        super("the policy cannot hold: " + problems);
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
