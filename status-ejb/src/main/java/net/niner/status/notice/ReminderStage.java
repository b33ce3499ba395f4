package net.niner.status.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long before planned work begins its subscribers are reminded. */
enum ReminderStage {
    DAY("24h", Duration.ofHours(24), Duration.ofHours(2)),
    HOUR("1h", Duration.ofHours(1), Duration.ZERO);

    /** Latest first. */
    private static final List<ReminderStage> LATEST_FIRST = List.of(HOUR, DAY);

    private final String key;
    private final Duration before;
    private final Duration atLeast;

    ReminderStage(String key, Duration before, Duration atLeast) {
        this.key = key;
        this.before = before;
        this.atLeast = atLeast;
    }

    String key() {
        return key;
    }

    /** When it becomes due for work that begins then. */
    Instant at(Instant begins) {
        return begins.minus(before);
    }

    /** The one that is due for work that begins then: where several are, the latest. The early one no more once the other is near; none once the work should have begun. */
    static Optional<ReminderStage> due(Instant begins, Instant now) {
        return LATEST_FIRST.stream().filter(stage -> stage.isDue(begins, now)).findFirst();
    }

    private boolean isDue(Instant begins, Instant now) {
        return !now.isBefore(at(begins)) && now.isBefore(begins.minus(atLeast));
    }

    /** When the next one becomes due, after now. */
    static Optional<Instant> next(Instant begins, Instant now) {
        return List.of(values()).stream()
                .map(stage -> stage.at(begins))
                .filter(at -> at.isAfter(now))
                .findFirst();
    }
}
