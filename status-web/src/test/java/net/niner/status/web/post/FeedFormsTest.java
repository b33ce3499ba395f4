package net.niner.status.web.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The three forms of one feed, read back by other libraries than those that write them. */
class FeedFormsTest {

    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String GUID = "https://status.niner.net/?p=4711&x=%c3%a9";
    private static final String HTML =
            "<p>Mail waits &amp; nothing is lost: <a href=\"https://status.example/systems/NC036\">]]></a></p>";

    private final Channel channel = new Channel(
            "NinerNet",
            "NinerNet: Incidents",
            "What we say",
            "https://status.example/category/incidents",
            "https://status.example/category/incidents/feed",
            "en",
            Instant.parse("2025-07-08T01:02:03.456Z"),
            List.of(new Channel.Entry(
                    GUID,
                    "NC036: Délai <b> & more",
                    "https://status.example/2025/07/07/d%c3%a9lai",
                    HTML,
                    "Mail waits & nothing is lost",
                    Instant.parse("2025-07-07T07:12:58Z"),
                    Instant.parse("2025-07-08T01:02:03Z"),
                    List.of("Incidents", "down time"))));

    @Test
    void rss() throws Exception {
        Element feed = xml(Syndicated.rss(channel));
        Element item = (Element) feed.getElementsByTagName("item").item(0);

        assertThat(feed.getAttribute("version")).isEqualTo("2.0");
        assertThat(text(item, "guid")).isEqualTo(GUID);
        assertThat(((Element) item.getElementsByTagName("guid").item(0)).getAttribute("isPermaLink"))
                .isEqualTo("false");
        assertThat(text(item, "title")).isEqualTo("NC036: Délai <b> & more");
        assertThat(text(item, "pubDate")).isEqualTo("Mon, 07 Jul 2025 07:12:58 GMT");
        assertThat(item.getElementsByTagNameNS(CONTENT, "encoded").item(0).getTextContent())
                .isEqualTo(HTML);
        assertThat(item.getElementsByTagName("category").getLength()).isEqualTo(2);
        assertThat(((Element) feed.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href"))
                .isEqualTo(channel.self());
    }

    @Test
    void atom() throws Exception {
        Element feed = xml(Syndicated.atom(channel));
        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(atomText(entry, "id")).isEqualTo(GUID);
        assertThat(atomText(entry, "published")).isEqualTo("2025-07-07T07:12:58Z");
        assertThat(atomText(entry, "updated")).isEqualTo("2025-07-08T01:02:03Z");
        assertThat(atomText(entry, "content")).isEqualTo(HTML);
        assertThat(((Element) entry.getElementsByTagNameNS(ATOM, "content").item(0)).getAttribute("type"))
                .isEqualTo("html");
        assertThat(atomText(feed, "id")).isNotBlank();
        assertThat(atomText(feed, "updated")).isNotBlank();
    }

    @Test
    void json() {
        JsonObject feed = Json.createReader(new ByteArrayInputStream(JsonFeed.of(channel)))
                .readObject();
        JsonObject item = feed.getJsonArray("items").getJsonObject(0);

        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("feed_url")).isEqualTo(channel.self());
        assertThat(item.getString("id")).isEqualTo(GUID);
        assertThat(item.getString("content_html")).isEqualTo(HTML);
        assertThat(item.getString("date_published")).isEqualTo("2025-07-07T07:12:58Z");
        assertThat(item.getJsonArray("tags")).hasSize(2);
    }

    @Test
    void aFeedWithoutPostsIsAFeed() throws Exception {
        Channel empty = new Channel(
                channel.site(),
                channel.title(),
                channel.description(),
                channel.home(),
                channel.self(),
                "en",
                null,
                List.of());

        assertThat(xml(Syndicated.rss(empty)).getElementsByTagName("item").getLength())
                .isZero();
        assertThat(atomText(xml(Syndicated.atom(empty)), "updated")).isNotBlank();
    }

    private static Element xml(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        return document.getDocumentElement();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String atomText(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }
}
