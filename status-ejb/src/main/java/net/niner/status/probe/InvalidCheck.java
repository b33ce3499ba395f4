package net.niner.status.probe;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A check that cannot be asked so; nothing was changed. No message holds a secret. */
@ApplicationException(rollback = true)
public class InvalidCheck extends RuntimeException {

    private final transient List<InvalidSettings.Problem> problems;

    InvalidCheck(List<InvalidSettings.Problem> problems) {
        super(problems.stream().map(InvalidSettings.Problem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    InvalidCheck(String field, Fault fault, String message) {
        this(List.of(new InvalidSettings.Problem(CheckDraft.OWN + field, message, fault)));
    }

    /** At least one. */
    public List<InvalidSettings.Problem> problems() {
        return problems;
    }
}
