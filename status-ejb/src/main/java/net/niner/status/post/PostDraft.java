package net.niner.status.post;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.server.Server;

/**
 * A post as somebody wrote it.
 *
 * @param title without the servers' codes in front, see {@link Title}
 * @param servers codes of those concerned
 * @param categories slugs
 * @param tags names; those that do not exist yet are made
 */
public record PostDraft(
        String title, PostFormat format, String body, Set<String> servers, Set<String> categories, Set<String> tags) {

    public PostDraft {
        title = title == null ? "" : title.strip();
        body = body == null ? "" : body;
        servers = kept(servers);
        categories = kept(categories);
        tags = kept(tags);
    }

    /** What the post says, ready to be changed. */
    public static PostDraft of(Post post) {
        List<String> codes = post.servers().stream().map(Server::code).toList();
        return new PostDraft(
                Title.words(codes, post.title()),
                post.format(),
                post.body(),
                new LinkedHashSet<>(codes),
                post.categories().stream().map(Category::slug).collect(Collectors.toCollection(LinkedHashSet::new)),
                post.tags().stream().map(Tag::name).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Set<String> kept(Collection<String> words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }
}
