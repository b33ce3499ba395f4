package net.niner.status.server;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A description of a server that cannot be used; nothing was changed. */
@ApplicationException(rollback = true)
public class InvalidServer extends RuntimeException {

    /** What is wrong with a field. */
    public enum Fault {
        /** Not capital letters, digits and hyphens. */
        CODE,
        /** Another server has it. */
        CODE_TAKEN,
        /** Missing or too long. */
        CITY,
        /** No code of ISO 3166-1. */
        COUNTRY,
        /** Nothing was chosen. */
        ROLE,
        /** There is no such server. */
        PARENT,
        /** It would depend on itself. */
        PARENT_ITSELF
    }

    /** @param field as the component of {@link ServerDraft} is called */
    public record Problem(String field, Fault fault) {}

    private final transient List<Problem> problems;

    InvalidServer(List<Problem> problems) {
        super("the server cannot be described so: " + problems);
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }
}
