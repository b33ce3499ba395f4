package net.niner.status.post;

import java.time.Instant;
import java.util.List;

/**
 * A post as it was saved once.
 *
 * @param number counted from 1 for each post
 * @param title with the codes in front
 * @param servers codes
 * @param categories slugs
 * @param tags names
 * @param savedAt UTC
 */
public record PostVersion(
        int number,
        String title,
        PostFormat format,
        String body,
        List<String> servers,
        List<String> categories,
        List<String> tags,
        Instant savedAt,
        String savedBy) {

    public PostVersion {
        servers = List.copyOf(servers);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
    }

    static PostVersion of(Post post, int number) {
        return new PostVersion(
                number,
                post.title(),
                post.format(),
                post.body(),
                post.servers().stream().map(server -> server.code()).toList(),
                post.categories().stream().map(Category::slug).toList(),
                post.tags().stream().map(Tag::name).toList(),
                post.changedAt(),
                post.changedBy());
    }

    /** True where a reader could tell no difference. */
    boolean saysTheSameAs(PostVersion other) {
        return title.equals(other.title)
                && format == other.format
                && body.equals(other.body)
                && servers.equals(other.servers)
                && categories.equals(other.categories)
                && tags.equals(other.tags);
    }
}
