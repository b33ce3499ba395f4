package net.niner.status.web.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** The pages of the servers. */
@ApplicationScoped
public class SystemPages implements PublicPages {

    @Override
    public List<PublicPage> pages() {
        return List.of(PublicPage.of("/systems/(?<code>[A-Za-z0-9-]{1,20})", "/WEB-INF/public/system.xhtml"));
    }
}
