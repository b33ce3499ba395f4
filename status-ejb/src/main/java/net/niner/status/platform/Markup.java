package net.niner.status.platform;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What people write, as HTML that is safe to show: text, lists, tables, links, code, and pictures of this site. Whatever else was written (scripts,
 * styles, frames, forms, pictures from elsewhere) is left out, and what text it enclosed stays.
 */
public final class Markup {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\s\\p{Cntrl}]*");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "s",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "q",
                    "cite",
                    "abbr",
                    "small",
                    "a",
                    "figure",
                    "figcaption",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td")
            .allowElements((name, attributes) -> "h2", "h1")
            .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("title")
            .onElements("a", "abbr")
            .allowAttributes("src")
            .matching((element, attribute, value) -> isOurs(value) ? value : null)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .onElements("th", "td")
            .allowAttributes("start")
            .onElements("ol")
            .toFactory();

    private Markup() {}

    /** @param text CommonMark, with tables */
    public static String ofMarkdown(String text) {
        return ofHtml(RENDERER.render(PARSER.parse(text)));
    }

    public static String ofHtml(String html) {
        return POLICY.sanitize(html);
    }

    /** The text alone, its white space as single blanks: for excerpts and for search. */
    public static String text(String html) {
        return Jsoup.parse(html).text();
    }

    /** Browsers read {@code /\} as {@code //}, and leave out what cannot be seen. */
    private static boolean isOurs(String address) {
        return OURS.matcher(address).matches();
    }
}
