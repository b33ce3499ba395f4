package net.niner.status.billing;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The files of an import cannot be taken in; nothing of them was. */
@ApplicationException(rollback = true)
public class InvalidImport extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ImportProblem> problems;

    /** What ends in a log tells how many there are, and not what stands in the files. */
    InvalidImport(List<ImportProblem> problems) {
        super("the files cannot be imported: " + (problems.size() == 1 ? "1 problem" : problems.size() + " problems"));
        this.problems = List.copyOf(problems);
    }

    static InvalidImport of(String file, int line, String why) {
        return new InvalidImport(List.of(new ImportProblem(file, line, "", why)));
    }

    /** At least one, and not more than {@value ImportReading#MOST_PROBLEMS}. */
    public List<ImportProblem> problems() {
        return problems;
    }
}
