package net.niner.status.probe;

import java.time.Instant;

/**
 * A check as its form shows it; no secret is in it.
 *
 * @param version to be handed back with a change
 * @param changedBy who changed it last, null where nobody knows
 * @param readable false if the stored settings cannot be read any more, as after the loss of the key; then there are no fields
 * @param paused whether it is paused
 * @param report how it stands
 */
public record CheckSheet(
        long id,
        int version,
        String server,
        CheckDraft draft,
        boolean paused,
        boolean readable,
        String changedBy,
        Instant changedAt,
        CheckReport report) {}
