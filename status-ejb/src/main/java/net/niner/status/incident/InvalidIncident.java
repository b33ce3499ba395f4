package net.niner.status.incident;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Something about an incident that cannot be said or done so; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidIncident extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** What can be wrong. */
    public enum Fault {
        TITLE_MISSING,
        TITLE_LONG,
        TEXT_MISSING,
        TEXT_LONG,
        /** An incident concerns at least one server. */
        NO_SERVER,
        NO_SUCH_SERVER,
        FUTURE,
        NOTICED_BEFORE_BEGAN,
        RESOLVED_BEFORE_NOTICED,
        /** The incident is not in a state in which this can be done. */
        STATE,
        NAME_MISSING,
        NAME_LONG,
        NAME_TAKEN,
        MINUTES
    }

    /** @param field as the component of the draft is called */
    public record Problem(String field, Fault fault) {}

    public InvalidIncident(List<Problem> problems) {
        super("this cannot be done so: " + problems);
        this.problems = List.copyOf(problems);
    }

    InvalidIncident(String field, Fault fault) {
        this(List.of(new Problem(field, fault)));
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidIncident(problems);
        }
    }
}
