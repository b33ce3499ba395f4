package net.niner.status.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** The way in, which is the same for everybody: the form, one for a server's page, and what is said after it was sent. */
@ApplicationScoped
public class SubscribePages implements PublicPages {

    @Override
    public List<PublicPage> pages() {
        return List.of(
                PublicPage.of("/subscribe(?:/to/(?<code>[A-Z0-9][A-Z0-9-]{0,19}))?", SubscribeServlet.FORM),
                PublicPage.of("/subscribe/asked", "/WEB-INF/public/subscribe-asked.xhtml"));
    }
}
