package net.niner.status.web.maintenance;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.setting.ChosenSettings;
import net.niner.status.web.platform.Content;
import net.niner.status.web.platform.Reply;

/** The calendar at {@code /maintenance.ics}: everything from a year ago to a year ahead. Programs that ask whether it changed are told so in a few bytes. */
@WebServlet("/maintenance.ics")
public class CalendarServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Duration YEAR = Duration.ofDays(366);

    @EJB
    private transient MaintenanceWindows windows;

    @Inject
    private transient ChosenSettings settings;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant now = clock.instant();
        List<MaintenanceWindow> shown = windows.between(now.minus(YEAR), now.plus(YEAR));
        URI asked = URI.create(request.getRequestURL().toString());
        Content calendar = new Content(
                "text/calendar;charset=UTF-8",
                MaintenanceCalendar.of(
                        shown,
                        settings.current().siteName() + " maintenance",
                        URI.create(asked.getScheme() + "://" + asked.getRawAuthority())));
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Content-Disposition", "inline; filename=\"maintenance.ics\"");
        Reply.send(request, response, calendar);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
