package net.niner.status.probe;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A servers file with at least one problem; nothing of it was applied. */
@ApplicationException(rollback = true)
public class InvalidServersFile extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidServersFile(List<Problem> problems) {
        super("the servers file has " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + "; nothing was changed");
        this.problems = List.copyOf(problems);
    }

    /** In the order of their lines. */
    public List<Problem> problems() {
        return problems;
    }
}
