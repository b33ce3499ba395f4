package net.niner.status.notice;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A subscription that cannot be kept so; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidSubscription extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        ADDRESS_MISSING,
        ADDRESS_LONG,
        /** It is no address that mail can be sent to. */
        ADDRESS,
        TOPICS_MISSING,
        SERVERS_MISSING,
        NO_SUCH_SERVER,
        LANGUAGE
    }

    /** @param field {@code address}, {@code topics}, {@code servers} or {@code language} */
    public record Problem(String field, Fault fault) {}

    private final transient List<Problem> problems;

    InvalidSubscription(List<Problem> problems) {
        super("the subscription cannot be kept so: " + problems);
        this.problems = List.copyOf(problems);
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSubscription(problems);
        }
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
