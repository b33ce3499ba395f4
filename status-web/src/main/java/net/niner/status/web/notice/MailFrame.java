package net.niner.status.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import net.niner.status.web.platform.Assets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The HTML of a mail for a frame without scripts: as a page of its own, light as most mail programs show it. Pictures and styles from elsewhere stay
 * out, since the frame inherits the policy of the page around it; the mail's own style, which that policy blocks, is linked instead.
 */
@Named
@ApplicationScoped
public class MailFrame {

    /** In characters. */
    private static final int WIDTH = 78;

    @Inject
    private Assets assets;

    /** @param html a whole document, or what stands in its body */
    public String page(String html, String title) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("script, style, base, meta[http-equiv]").remove();
        page.select("a[href]").attr("target", "_blank").attr("rel", "noopener noreferrer");
        page.title(title);
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", assets.address("mail.css"));
        return "<!DOCTYPE html>" + page.outerHtml();
    }

    /** The plain text with long lines broken as a mail program breaks them; a row of a table stays one line. */
    public String lines(String text) {
        return text.lines().map(MailFrame::broken).collect(Collectors.joining("\n"));
    }

    private static String broken(String line) {
        if (line.length() <= WIDTH || line.strip().contains("  ")) {
            return line;
        }
        StringBuilder broken = new StringBuilder();
        int used = 0;
        for (String word : line.split(" ")) {
            if (used > 0 && used + 1 + word.length() > WIDTH) {
                broken.append('\n');
                used = 0;
            } else if (used > 0) {
                broken.append(' ');
                used++;
            }
            broken.append(word);
            used += word.length();
        }
        return broken.toString();
    }
}
