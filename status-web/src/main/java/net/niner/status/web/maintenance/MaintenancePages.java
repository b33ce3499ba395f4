package net.niner.status.web.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** What visitors read of maintenance. */
@ApplicationScoped
public class MaintenancePages implements PublicPages {

    private static final String LIST = "/WEB-INF/public/maintenance.xhtml";

    @Override
    public List<PublicPage> pages() {
        return List.of(
                PublicPage.of("/maintenance", LIST),
                PublicPage.of("/maintenance/page/(?<page>[1-9]\\d{0,5})", LIST),
                PublicPage.of("/maintenance/(?<id>\\d{1,9})", "/WEB-INF/public/maintenance-window.xhtml"));
    }
}
