package net.niner.status.post;

import java.time.Instant;
import java.util.List;

/**
 * A post as the back office lists it.
 *
 * @param publishedAt when it was published or will be, UTC; null for a draft
 * @param path null where it was never published
 * @param categories names
 */
public record PostLine(
        long id,
        String title,
        PostState state,
        Instant publishedAt,
        String path,
        Instant changedAt,
        String changedBy,
        List<String> categories) {

    public PostLine {
        categories = List.copyOf(categories);
    }

    PostLine in(List<String> names) {
        return new PostLine(id, title, state, publishedAt, path, changedAt, changedBy, names);
    }
}
