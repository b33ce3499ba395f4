package net.niner.status.batch.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The jobs there are, when they run by themselves, and what may be asked of each. */
public enum Job {
    PROBE_ROUND(
            "probe-round",
            "Probes the checks that are due, judges what they measured, and records it",
            null,
            JobParameter.choice("checks", "whether to probe what is due, or all at once", "due", "all"),
            JobParameter.number("seconds", "how many seconds ahead it plans", 1, 59, 5)),
    COMPACT_HISTORY(
            "compact-history",
            "Packs samples that need not be kept whole, and forgets executions",
            Duration.ofHours(1)),
    PUBLISH_DUE(
            "publish-due",
            "Publishes posts and incidents, and begins and ends maintenance, when their time has come",
            null);

    private final String word;
    private final String description;
    private final Duration interval;
    private final List<JobParameter> parameters;

    Job(String word, String description, Duration interval, JobParameter... parameters) {
        this.word = word;
        this.description = description;
        this.interval = interval;
        this.parameters = List.of(parameters);
    }

    /** @throws NoSuchJob if none has that name */
    public static Job called(String name) {
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

    /** How often the schedule starts it; null where it does so whenever there is something to do. */
    public Duration interval() {
        return interval;
    }

    public List<JobParameter> parameters() {
        return parameters;
    }

    /** @throws BadParameter if one is unknown, or its value not of the form that it must have */
    void check(Map<String, String> given) {
        given.forEach((name, value) -> {
            JobParameter parameter = parameters.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> BadParameter.unknown(this, name));
            if (!parameter.takes(value)) {
                throw BadParameter.wrong(parameter, value);
            }
        });
    }
}
