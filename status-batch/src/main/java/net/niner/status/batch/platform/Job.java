package net.niner.status.batch.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** The jobs there are, and what may be asked of each. */
public enum Job {
    PROBE_ROUND(
            "probe-round",
            "Probes the checks that are due, judges what they measured, and records it",
            Map.of("checks", "due|all", "seconds", "[1-9]|[1-5]\\d")),
    COMPACT_HISTORY("compact-history", "Forgets samples and executions that need not be kept whole", Map.of());

    private final String word;
    private final String description;
    private final Map<String, String> parameters;

    Job(String word, String description, Map<String, String> parameters) {
        this.word = word;
        this.description = description;
        this.parameters = parameters;
    }

    /** @throws NoSuchJob if none has that name */
    static Job called(String name) {
        return Arrays.stream(values())
                .filter(job -> job.word.equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchJob(name));
    }

    public String word() {
        return word;
    }

    public String description() {
        return description;
    }

    /** @throws BadParameter if one is unknown, or its value not of the form that it must have */
    void check(Map<String, String> given) {
        given.forEach((name, value) -> {
            String form = parameters.get(name);
            if (form == null) {
                throw new BadParameter(word + " has no parameter " + name
                        + (parameters.isEmpty() ? "" : "; it has " + String.join(", ", parameters.keySet())));
            }
            if (value == null || !Pattern.matches(form, value)) {
                throw new BadParameter(name + " must be of the form " + form + ", not " + value);
            }
        });
    }
}
