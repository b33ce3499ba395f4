package net.niner.status.web.maintenance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;
import net.niner.status.web.platform.Visitor;

/** What visitors read of maintenance, and the calendar that they can subscribe to. */
@ApplicationScoped
public class MaintenancePages implements PublicPages {

    private static final String LIST = "/WEB-INF/public/maintenance.xhtml";

    /** To each side of now, for calendars. */
    private static final Duration YEAR = Duration.ofDays(366);

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Override
    public List<PublicPage> pages() {
        return List.of(
                PublicPage.made("/maintenance\\.ics", address -> calendar()),
                PublicPage.of("/maintenance", LIST),
                PublicPage.of("/maintenance/page/(?<page>[1-9]\\d{0,5})", LIST),
                PublicPage.of("/maintenance/(?<id>\\d{1,9})", "/WEB-INF/public/maintenance-window.xhtml"));
    }

    private Content calendar() {
        Instant now = clock.instant();
        return new Content(
                "text/calendar;charset=UTF-8",
                MaintenanceCalendar.of(
                        windows.between(now.minus(YEAR), now.plus(YEAR)),
                        visitor.getSiteName() + " maintenance",
                        visitor.absolute("")));
    }
}
