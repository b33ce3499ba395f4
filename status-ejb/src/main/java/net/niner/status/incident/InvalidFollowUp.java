package net.niner.status.incident;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A promise that cannot be made, or moved, so; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidFollowUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        TEXT_MISSING,
        OWNER_MISSING,
        TOO_LONG,
        /** What is ongoing has no goal date, and what has one is not ongoing. */
        ONGOING_HAS_NO_DATE,
        /** Whoever drops a promise says why. */
        REASON_MISSING,
        /** No address of http or https. */
        LINK,
        NO_SUCH_CHECK
    }

    /** @param field of {@link FollowUpDraft}, or {@code reason}, {@code link}, {@code check} */
    public record Problem(String field, Fault fault) {}

    private final transient List<Problem> problems;

    InvalidFollowUp(List<Problem> problems) {
        super("the follow-up cannot be kept so: " + problems);
        this.problems = List.copyOf(problems);
    }

    InvalidFollowUp(String field, Fault fault) {
        this(List.of(new Problem(field, fault)));
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidFollowUp(problems);
        }
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
