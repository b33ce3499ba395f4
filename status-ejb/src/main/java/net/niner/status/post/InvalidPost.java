package net.niner.status.post;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A draft that cannot be used, with all that is wrong with it. */
@ApplicationException(rollback = true)
public class InvalidPost extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** What can be wrong. */
    public enum Fault {
        TITLE_MISSING,
        TITLE_LONG,
        BODY_MISSING,
        BODY_LONG,
        NO_SUCH_SERVER,
        NO_SUCH_CATEGORY,
        TAG_LONG,
        /** It has no letter and no digit, or signs that cannot be seen. */
        TAG_WORDLESS,
        TIME_PAST,
        REASON_LONG,
        STATE
    }

    /**
     * One thing that is wrong.
     *
     * @param field of {@link PostDraft}
     * @param value what was given, empty where that says nothing
     */
    public record Problem(String field, Fault fault, String value) {}

    public InvalidPost(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.field() + ": " + problem.fault()
                        + (problem.value().isEmpty() ? "" : " (" + problem.value() + ")"))
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
