package net.niner.status.batch.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.niner.status.account.Permission;

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
            null),
    WATCH_INVOICES(
            "watch-invoices",
            "Looks whether the invoices go out, and plans whom to tell if they do not",
            null,
            JobParameter.day("date", "the day to look at, today if empty"),
            JobParameter.choice("dryRun", "whether only to say what would happen", "false", "true")),
    IMPORT_BILLING(
            "import-billing",
            "Brings clients, services and invoices to what an upload says",
            null,
            JobParameter.id("upload", "the number of the upload"),
            JobParameter.choice("dryRun", "whether only to say what would change", "false", "true")),
    DELIVER_NOTICES("deliver-notices", "Turns what was published into mails, and sends what waits in the outbox", null),
    READ_BOUNCES("read-bounces", "Reads the mailbox for mails that came back", Duration.ofMinutes(5));

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

    /** How often the schedule starts it; null where it does so whenever there is something to do, or never. */
    public Duration interval() {
        return interval;
    }

    /** Whether nobody but a person starts it. */
    boolean byHand() {
        return this == IMPORT_BILLING;
    }

    public List<JobParameter> parameters() {
        return parameters;
    }

    /** What somebody must hold to read what its executions print: that of some names clients. */
    public Permission reader() {
        return switch (this) {
            case PROBE_ROUND, COMPACT_HISTORY, PUBLISH_DUE -> Permission.READ;
            case WATCH_INVOICES, IMPORT_BILLING, DELIVER_NOTICES, READ_BOUNCES -> Permission.BILLING;
        };
    }

    /** @throws BadParameter if one is unknown or missing, or its value not of the form that it must have */
    void check(Map<String, String> given) {
        parameters.stream()
                .filter(parameter -> parameter.standard() == null && !given.containsKey(parameter.name()))
                .findFirst()
                .ifPresent(missing -> {
                    throw BadParameter.missing(missing);
                });
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
