package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import net.niner.status.post.Category;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
import net.niner.status.post.Tag;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.NotThere;
import net.niner.status.web.platform.Visitor;

/** The latest posts for feed readers: all, those of a category, of a tag, about a server, or of incidents; as RSS 2.0, Atom 1.0 or JSON Feed 1.1. */
@ApplicationScoped
public class Feeds {

    private static final int MOST = 20;
    private static final int SUMMARY = 280;
    private static final String RSS = "application/rss+xml;charset=UTF-8";
    private static final String ATOM = "application/atom+xml;charset=UTF-8";
    private static final String JSON = "application/feed+json;charset=UTF-8";

    @EJB
    private PublishedPosts posts;

    @Inject
    private Subjects subjects;

    @Inject
    private Visitor visitor;

    public Content rss(Address address) throws NotThere {
        return write(address, RSS, Syndicated::rss);
    }

    public Content atom(Address address) throws NotThere {
        return write(address, ATOM, Syndicated::atom);
    }

    public Content json(Address address) throws NotThere {
        return write(address, JSON, JsonFeed::of);
    }

    public Content incidentsRss(Address address) {
        return write(subjects.incidents(), address, RSS, Syndicated::rss);
    }

    public Content incidentsAtom(Address address) {
        return write(subjects.incidents(), address, ATOM, Syndicated::atom);
    }

    private Content write(Address address, String type, Function<Channel, byte[]> form) throws NotThere {
        return write(subjects.of(address).orElseThrow(NotThere::unknown), address, type, form);
    }

    private Content write(Subject subject, Address address, String type, Function<Channel, byte[]> form) {
        Instant modified = posts.changedAt().orElse(null);
        String title = visitor.format("blog.feed", visitor.getSiteName(), subject.title());
        Channel channel = new Channel(
                visitor.getSiteName(),
                Body.forXml(title),
                visitor.text("description"),
                visitor.absolute(visitor.link(subject.path())),
                visitor.absolute(visitor.link(address.path())),
                visitor.getLanguage().tag(),
                modified,
                subject.posts(posts, 0, MOST).rows().stream().map(this::entry).toList());
        return new Content(type, form.apply(channel), modified);
    }

    private Channel.Entry entry(Post post) {
        String url = visitor.absolute(Paths.href(post.path().orElseThrow()));
        Instant published = post.publishedAt().orElse(post.createdAt());
        return new Channel.Entry(
                post.guid().orElse(url),
                Body.forXml(post.title()),
                url,
                Body.forFeed(post.html(), visitor.absolute("")),
                Body.forXml(post.excerpt(SUMMARY)),
                published,
                post.changedAt().isAfter(published) ? post.changedAt() : published,
                Stream.concat(
                                post.categories().stream().map(Category::name),
                                post.tags().stream().map(Tag::name))
                        .map(Body::forXml)
                        .distinct()
                        .toList());
    }
}
