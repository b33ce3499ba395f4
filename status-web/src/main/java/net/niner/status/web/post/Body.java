package net.niner.status.web.post;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The rendering of a post, made ready for where it is read. It is sanitised already. */
final class Body {

    static final int BELOW_TITLE = 2;

    private static final int LOWEST = 6;

    private Body() {}

    /** Of a picture, in pixels. */
    record Size(int width, int height) {}

    /**
     * For a page: headings follow one another below the title without a gap, and what is wide can be scrolled, also by keyboard.
     *
     * @param highest the level of the first heading
     * @param table what to call a table that can be scrolled
     * @param pictures by their address: how large they are, so that the page keeps the place free
     */
    static String forPage(String html, int highest, String table, Function<String, Optional<Size>> pictures) {
        Document body = parse(html);
        putInOrder(body, highest);
        for (Element wide : body.select("table")) {
            wide.wrap("<div class=\"scroll\" tabindex=\"0\" role=\"region\"></div>");
            Element caption = wide.selectFirst("caption");
            wide.parent().attr("aria-label", caption == null ? table : caption.text());
        }
        for (Element picture : body.select("img")) {
            picture.attr("loading", "lazy").attr("decoding", "async");
            pictures.apply(picture.attr("src")).ifPresent(size -> picture.attr("width", String.valueOf(size.width()))
                    .attr("height", String.valueOf(size.height())));
        }
        return body.body().html();
    }

    /**
     * For a feed: what it links to and shows is found from anywhere.
     *
     * @param site the site's address, without a slash at its end
     */
    static String forFeed(String html, String site) {
        Document body = parse(html);
        for (String attribute : new String[] {"href", "src"}) {
            for (Element element : body.select("[" + attribute + "^=/]")) {
                String address = element.attr(attribute);
                if (!address.startsWith("//")) {
                    element.attr(attribute, site + address);
                }
            }
        }
        return forXml(body.body().html());
    }

    /** Without the characters that XML has no way to write (XML 1.0, section 2.2). */
    static String forXml(String text) {
        return text.codePoints()
                .filter(c ->
                        c >= ' ' && c <= 0xd7ff || c == '\n' || c == '\t' || c >= 0xe000 && c <= 0xfffd || c > 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A heading stands where one of its kind stood in this part, else one below the nearest that encloses it. */
    private static void putInOrder(Document body, int highest) {
        int[] shown = new int[LOWEST + 1];
        shown[1] = highest - 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int written = Math.max(heading.normalName().charAt(1) - '0', BELOW_TITLE);
            if (shown[written] == 0) {
                int above = written - 1;
                while (shown[above] == 0) {
                    above--;
                }
                shown[written] = Math.min(shown[above] + 1, LOWEST);
            }
            Arrays.fill(shown, written + 1, shown.length, 0);
            heading.tagName("h" + shown[written]);
        }
    }

    private static Document parse(String html) {
        Document body = Jsoup.parseBodyFragment(html);
        body.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return body;
    }
}
