package net.niner.status.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The HTML of a mail for a frame without scripts: as a page of its own, light as most mail programs show it. Pictures and styles from elsewhere stay
 * out, since the frame inherits the policy of the page around it.
 */
@Named
@ApplicationScoped
public class MailFrame {

    /** @param html a whole document, or what stands in its body */
    public String page(String html, String title) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        page.select("script, base, meta[http-equiv]").remove();
        page.select("a[href]").attr("target", "_blank").attr("rel", "noopener noreferrer");
        page.title(title);
        return "<!DOCTYPE html>" + page.outerHtml();
    }
}
