package net.niner.status.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that the owner must do by hand.
 *
 * @param clientId the client that it is about, null for none
 * @param text one sentence in English
 * @param doneAt null while it is open
 * @param doneBy null while it is open
 */
public record OwnerTask(
        long id,
        TaskKind kind,
        String key,
        Long clientId,
        String text,
        Instant raisedAt,
        Instant doneAt,
        String doneBy) {

    public Optional<Long> client() {
        return Optional.ofNullable(clientId);
    }

    public boolean isDone() {
        return doneAt != null;
    }
}
