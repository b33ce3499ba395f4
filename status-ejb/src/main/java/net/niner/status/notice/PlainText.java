package net.niner.status.notice;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A post as plain text, for readers of mail who want no HTML: a block a paragraph, and the addresses of links behind their words. */
final class PlainText {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "pre",
            "table",
            "figure",
            "hr",
            "div");
    private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "caption", "figcaption");

    private PlainText() {}

    /** @param html as {@code Markup} makes it, with absolute addresses */
    static String of(String html) {
        StringBuilder text = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (BLOCKS.contains(node.nodeName())) {
                    text.append("\n\n");
                } else if (node.nodeName().equals("li")) {
                    text.append("\n- ");
                } else if (node.nodeName().equals("img")) {
                    text.append(node.attr("alt"));
                } else if (LINES.contains(node.nodeName())) {
                    text.append('\n');
                } else if (node.nodeName().matches("t[dh]")) {
                    text.append(' ');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (BLOCKS.contains(node.nodeName())) {
                    text.append("\n\n");
                } else if (node.nodeName().equals("a") && !words(node).equals(node.attr("href"))) {
                    text.append(" (").append(node.attr("href")).append(')');
                }
            }
        });
        return text.toString()
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static String words(Node link) {
        return link instanceof Element element ? element.text() : "";
    }
}
