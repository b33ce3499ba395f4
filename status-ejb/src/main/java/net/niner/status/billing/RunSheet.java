package net.niner.status.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One invoice run, as the desk shows it.
 *
 * @param cause in words, empty while nobody has said why it is late
 * @param latePost about its being late; a draft until somebody publishes it
 * @param sentPost about its having gone out
 */
public record RunSheet(
        RunLine line,
        Optional<String> cause,
        Optional<Long> incident,
        Optional<Long> supersededBy,
        Optional<LocalDate> completedOn,
        Optional<Long> latePost,
        Optional<Long> sentPost,
        Instant changedAt,
        String changedBy,
        int version) {}
