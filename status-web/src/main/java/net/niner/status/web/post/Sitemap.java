package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.niner.status.post.CategoryTree;
import net.niner.status.post.PostLink;
import net.niner.status.post.PostLinks;
import net.niner.status.post.PublishedPosts.MonthCount;
import net.niner.status.post.PublishedPosts.TagCount;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.Visitor;

/** What search engines should know: all there is to read, and what they should leave alone. */
@ApplicationScoped
public class Sitemap {

    /** The protocol allows so many; the rest are the other pages'. */
    private static final int MOST_POSTS = 49_000;

    private static final List<String> PAGES = List.of("/", "/history", "/maintenance", "/follow-ups");
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    @EJB
    private PostLinks posts;

    @EJB
    private Servers servers;

    @Inject
    private Shelves shelves;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    public Content robots(Address address) {
        String text = """
                User-agent: *
                Disallow: /admin
                Disallow: /api/v1

                Sitemap: %s
                """.formatted(visitor.absolute("/sitemap.xml"));
        return new Content("text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public Content list(Address address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(NAMESPACE);
            writeAll(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return new Content("application/xml;charset=UTF-8", bytes.toByteArray());
    }

    private void writeAll(XMLStreamWriter xml) throws XMLStreamException {
        for (String page : PAGES) {
            write(xml, page, null);
        }
        for (String code : systems()) {
            write(xml, "/systems/" + code, null);
        }
        for (PostLink post : posts.latest(MOST_POSTS)) {
            write(xml, Paths.href(post.path()), post.changedAt());
        }
        Shelves.Contents contents = shelves.contents();
        for (MonthCount month : contents.months()) {
            write(
                    xml,
                    "/%04d/%02d"
                            .formatted(month.month().getYear(), month.month().getMonthValue()),
                    null);
        }
        for (CategoryTree.Node category : contents.tree().nodes()) {
            write(xml, Paths.href("/category/" + category.slug()), null);
        }
        for (TagCount tag : contents.tags()) {
            write(xml, Paths.href("/tag/" + tag.slug()), null);
        }
    }

    private List<String> systems() {
        return servers.inServiceOn(clock.instant().atZone(ZoneOffset.UTC).toLocalDate()).stream()
                .map(Server::code)
                .toList();
    }

    private void write(XMLStreamWriter xml, String path, Instant changed) throws XMLStreamException {
        xml.writeStartElement("url");
        xml.writeStartElement("loc");
        xml.writeCharacters(visitor.absolute(path));
        xml.writeEndElement();
        if (changed != null) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(changed.truncatedTo(ChronoUnit.SECONDS).toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
