package net.niner.status.incident;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A post-mortem that cannot be kept, or not be published, so; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidPostMortem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        TITLE_MISSING,
        /** Without it nothing is published. */
        SUMMARY_MISSING,
        /** Without one nothing is published. */
        CAUSE_MISSING,
        /** Somebody's error is no cause: what made it possible is. */
        HUMAN_ERROR,
        MOMENT_EMPTY,
        LESSON_EMPTY,
        /** It would leave, and its follow-ups with it. */
        LESSON_HAS_FOLLOW_UPS,
        TOO_LONG
    }

    /**
     * @param field of {@link PostMortemDraft}
     * @param index which one of several, counted from 0; 0 where there is one
     */
    public record Problem(String field, int index, Fault fault) {}

    private final transient List<Problem> problems;

    InvalidPostMortem(List<Problem> problems) {
        super("the post-mortem cannot be kept so: " + problems);
        this.problems = List.copyOf(problems);
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidPostMortem(problems);
        }
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
