package net.niner.status.web.board;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** What is going on, for the front page: open incidents, and the work that runs or is soon to begin. */
@Named
@RequestScoped
public class GoingOn {

    /** Of an update: enough to know whether it concerns me. */
    private static final int EXCERPT = 320;

    /** Work that begins later is told on the page of maintenance. */
    private static final Duration SOON = Duration.ofDays(14);

    private static final int MOST_PLANS = 4;

    @EJB
    private PublishedIncidents incidents;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Clock clock;

    @Inject
    private Visitor visitor;

    private List<Trouble> troubles;
    private List<Work> works;

    /**
     * An open incident.
     *
     * @param worst for the shape and the colour
     * @param updated when its latest update was posted, null while there is none
     */
    public record Trouble(
            String title,
            String href,
            String state,
            DeclaredStatus worst,
            Moment began,
            List<String> codes,
            int number,
            Moment updated,
            String excerpt,
            String announcement) {}

    /**
     * Planned work.
     *
     * @param runs true if it has begun
     */
    public record Work(
            String title,
            String href,
            boolean runs,
            Moment from,
            Moment until,
            List<String> codes,
            String announcement) {}

    @PostConstruct
    void look() {
        Instant now = clock.instant();
        troubles = incidents.unresolved().stream().map(this::trouble).toList();
        works = Stream.concat(
                        windows.active().stream(),
                        windows.upcoming().stream()
                                .filter(window -> window.plannedFrom().isBefore(now.plus(SOON)))
                                .limit(MOST_PLANS))
                .map(this::work)
                .toList();
    }

    private Trouble trouble(Incident incident) {
        IncidentUpdate latest = incident.latest().orElse(null);
        String state = visitor.words().of("incident.state", incident.state());
        return new Trouble(
                incident.title(),
                visitor.link("/incidents/" + incident.id()),
                state,
                incident.impacts().values().stream()
                        .max(Comparator.naturalOrder())
                        .orElseGet(incident::worst)
                        .declared(),
                visitor.moment(incident.began()),
                List.copyOf(incident.impacts().keySet()),
                latest == null ? 0 : latest.number(),
                latest == null ? null : visitor.moment(latest.at()),
                latest == null ? "" : excerpt(latest.post()),
                visitor.format("going.announcement", incident.title(), state));
    }

    private static String excerpt(Post post) {
        return post.state() == PostState.PUBLISHED ? post.excerpt(EXCERPT) : "";
    }

    private Work work(MaintenanceWindow window) {
        boolean runs = window.state().isActive();
        return new Work(
                window.title(),
                visitor.link("/maintenance/" + window.id()),
                runs,
                visitor.moment(window.from()),
                visitor.moment(window.until()),
                window.codes(),
                runs
                        ? visitor.format("going.work.runs", window.title())
                        : visitor.format("going.work.planned", window.title()));
    }

    public List<Trouble> getTroubles() {
        return troubles;
    }

    public List<Work> getWorks() {
        return works;
    }

    /** The page of a server. */
    public String system(String code) {
        return visitor.link("/systems/" + code);
    }
}
