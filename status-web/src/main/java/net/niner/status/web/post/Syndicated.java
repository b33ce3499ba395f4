package net.niner.status.web.post;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Feeds in XML. */
final class Syndicated {

    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

    private Syndicated() {}

    /** RSS 2.0, with the whole text in {@code content:encoded}. */
    static byte[] rss(Channel channel) {
        SyndFeed feed = feed(channel, "rss_2.0");
        feed.setLink(channel.home());
        feed.setForeignMarkup(List.of(new Element("link", ATOM)
                .setAttribute("href", channel.self())
                .setAttribute("rel", "self")
                .setAttribute("type", "application/rss+xml")));
        feed.setEntries(channel.entries().stream().map(Syndicated::entry).toList());
        return write(feed);
    }

    /** Atom 1.0. */
    static byte[] atom(Channel channel) {
        SyndFeed feed = feed(channel, "atom_1.0");
        feed.setUri(channel.self());
        SyndPerson author = new SyndPersonImpl();
        author.setName(channel.site());
        feed.setAuthors(List.of(author));
        feed.setLinks(List.of(
                link("alternate", channel.home(), "text/html"), link("self", channel.self(), "application/atom+xml")));
        feed.setEntries(channel.entries().stream()
                .map(entry -> atomEntry(entry, author))
                .toList());
        return write(feed);
    }

    private static SyndFeed feed(Channel channel, String type) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(type);
        feed.setEncoding(StandardCharsets.UTF_8.name());
        feed.setTitle(channel.title());
        feed.setDescription(channel.description());
        feed.setLanguage(channel.language());
        feed.setPublishedDate(date(channel.modified() == null ? Instant.EPOCH : channel.modified()));
        return feed;
    }

    private static SyndEntry entry(Channel.Entry entry) {
        SyndEntry made = new SyndEntryImpl();
        made.setUri(entry.id());
        made.setTitle(entry.title());
        made.setLink(entry.url());
        made.setPublishedDate(date(entry.published()));
        made.setDescription(content("text/plain", entry.summary()));
        made.setContents(List.of(content("html", entry.html())));
        made.setCategories(entry.words().stream().map(Syndicated::category).toList());
        return made;
    }

    private static SyndEntry atomEntry(Channel.Entry entry, SyndPerson author) {
        SyndEntry made = entry(entry);
        made.setAuthors(List.of(author));
        made.setUpdatedDate(date(entry.updated()));
        made.setDescription(content("text", entry.summary()));
        return made;
    }

    private static SyndContent content(String type, String value) {
        SyndContent content = new SyndContentImpl();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    private static SyndCategory category(String name) {
        SyndCategory category = new SyndCategoryImpl();
        category.setName(name);
        return category;
    }

    private static SyndLink link(String rel, String href, String type) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(href);
        link.setType(type);
        return link;
    }

    private static Date date(Instant at) {
        return Date.from(at);
    }

    private static byte[] write(SyndFeed feed) {
        try {
            return new SyndFeedOutput().outputString(feed, false).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed that is complete can be written", e);
        }
    }
}
