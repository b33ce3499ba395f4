package net.niner.status.web.post;

import java.time.Instant;
import java.util.List;
import net.niner.status.post.Category;
import net.niner.status.post.Post;
import net.niner.status.post.PostFormat;
import net.niner.status.post.PostState;
import net.niner.status.post.Tag;
import net.niner.status.server.Server;

/**
 * A post for programs.
 *
 * @param title with the codes of the servers in front
 * @param html the body as visitors get it
 * @param path the permalink, null while it was never published
 * @param version as its ETag has it
 */
public record PostJson(
        long id,
        String title,
        PostFormat format,
        String body,
        String html,
        PostState state,
        Instant publishedAt,
        String path,
        String guid,
        List<String> servers,
        List<String> categories,
        List<String> tags,
        String withdrawnReason,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        int version) {

    static PostJson of(Post post) {
        return new PostJson(
                post.id(),
                post.title(),
                post.format(),
                post.body(),
                post.html(),
                post.state(),
                post.publishedAt().orElse(null),
                post.path().orElse(null),
                post.guid().orElse(null),
                post.servers().stream().map(Server::code).toList(),
                post.categories().stream().map(Category::slug).toList(),
                post.tags().stream().map(Tag::name).toList(),
                post.withdrawnReason().orElse(null),
                post.createdAt(),
                post.changedAt(),
                post.changedBy(),
                post.version());
    }
}
