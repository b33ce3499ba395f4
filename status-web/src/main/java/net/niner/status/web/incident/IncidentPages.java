package net.niner.status.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** What visitors read of incidents. */
@ApplicationScoped
public class IncidentPages implements PublicPages {

    @Override
    public List<PublicPage> pages() {
        return List.of(
                PublicPage.of("/incidents/(?<id>\\d{1,9})", "/WEB-INF/public/incident.xhtml"),
                PublicPage.of("/history(?:/page/(?<page>[1-9]\\d{0,3}))?", "/WEB-INF/public/history.xhtml"));
    }
}
