package net.niner.status.post;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * As much of a published post as a link to it needs.
 *
 * @param path its permalink
 * @param changed UTC
 */
public record PostLink(String path, String title, OffsetDateTime changed) {

    public Instant changedAt() {
        return changed.toInstant();
    }
}
