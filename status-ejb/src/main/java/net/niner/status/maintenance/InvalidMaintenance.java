package net.niner.status.maintenance;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** What somebody wants with a window cannot be done; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidMaintenance extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        TITLE_MISSING,
        TITLE_LONG,
        SERVERS_MISSING,
        NO_SUCH_SERVER,
        /** No time, or none that can be read. */
        TIME_MISSING,
        /** It would end before it begins, or at once. */
        ENDS_BEFORE,
        /** It would end in the past. */
        PAST,
        /** Nobody plans work of months in one window. */
        TOO_LONG,
        REASON_MISSING,
        REASON_LONG,
        /** A window in this state does not do that. */
        STATE
    }

    /**
     * One thing that is wrong.
     *
     * @param field as the component of {@link MaintenanceDraft} is called, or {@code reason}, or {@code state}
     * @param value what was given, empty where that says nothing
     */
    public record Problem(String field, Fault fault, String value) {}

    private final transient List<Problem> problems;

    public InvalidMaintenance(List<Problem> problems) {
        super("the maintenance cannot be so: " + problems);
        this.problems = List.copyOf(problems);
    }

    static InvalidMaintenance state(MaintenanceWindow window) {
        return new InvalidMaintenance(
                List.of(new Problem("state", Fault.STATE, window.state().name())));
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
