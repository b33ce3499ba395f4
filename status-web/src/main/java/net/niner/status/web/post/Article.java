package net.niner.status.web.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.niner.status.post.Post;
import net.niner.status.server.Server;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/**
 * A post as visitors read it.
 *
 * @param href its permalink
 * @param changed null if it is as it was published
 * @param servers those it concerns
 * @param excerpt how its text begins
 */
public record Article(
        Post post,
        String title,
        String href,
        Moment published,
        Moment changed,
        List<Label> servers,
        List<Label> categories,
        List<Label> tags,
        String excerpt) {

    /** A few lines: enough to know whether it concerns me. */
    private static final int EXCERPT = 280;

    /** What is corrected at once was never read otherwise. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    static Article of(Post post, Visitor visitor) {
        Instant published = post.publishedAt().orElse(post.createdAt());
        Instant settled = (published.isAfter(post.createdAt()) ? published : post.createdAt()).plus(AT_ONCE);
        return new Article(
                post,
                post.title(),
                visitor.link(Paths.href(post.path().orElse("/"))),
                visitor.moment(published),
                post.changedAt().isAfter(settled) ? visitor.moment(post.changedAt()) : null,
                post.servers().stream()
                        .map(Server::code)
                        .map(code -> new Label(code, visitor.link("/systems/" + code)))
                        .toList(),
                post.categories().stream()
                        .map(shelf -> new Label(shelf.name(), visitor.link(Paths.href("/category/" + shelf.slug()))))
                        .toList(),
                post.tags().stream()
                        .map(tag -> new Label(tag.name(), visitor.link(Paths.href("/tag/" + tag.slug()))))
                        .toList(),
                post.excerpt(EXCERPT));
    }
}
