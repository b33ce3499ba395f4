package net.niner.status.probe;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with everything that is wrong with them. No message holds a secret. */
public final class InvalidSettings extends Exception {

    /**
     * @param setting the name of the setting, as it is or should be written
     * @param message a sentence for a person, which names the setting
     * @param fault what it is about, and
     * @param values what is particular about it, for who says it in another language
     */
    public record Problem(String setting, String message, Fault fault, List<String> values) {

        Problem(String setting, String message, Fault fault) {
            this(setting, message, fault, List.of());
        }

        static Problem of(String setting, Misfit misfit) {
            return new Problem(setting, misfit.getMessage(), misfit.fault(), misfit.values());
        }
    }

    private final transient List<Problem> problems;

    InvalidSettings(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the settings. */
    public List<Problem> problems() {
        return problems;
    }
}
