package net.niner.status.web.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** The front page. */
@ApplicationScoped
public class BoardPages implements PublicPages {

    @Override
    public List<PublicPage> pages() {
        return List.of(PublicPage.of("/", "/WEB-INF/public/home.xhtml"));
    }
}
