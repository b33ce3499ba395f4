package net.niner.status.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** The ledger of what was promised. */
@ApplicationScoped
public class FollowUpPages implements PublicPages {

    @Override
    public List<PublicPage> pages() {
        return List.of(PublicPage.of("/follow-ups", "/WEB-INF/public/follow-ups.xhtml"));
    }
}
