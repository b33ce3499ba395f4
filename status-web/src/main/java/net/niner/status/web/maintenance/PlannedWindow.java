package net.niner.status.web.maintenance;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.niner.status.maintenance.MaintenanceUpdate;
import net.niner.status.maintenance.MaintenanceWindow;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.post.PostState;
import net.niner.status.server.Server;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import net.niner.status.web.post.Bodies;

/** The page at {@code /maintenance/5}: one window, and what was published about it. */
@Named
@RequestScoped
public class PlannedWindow {

    private static final int BELOW_UPDATE = 4;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    @Inject
    private Bodies bodies;

    @Inject
    private Clock clock;

    private MaintenanceWindow window;

    @PostConstruct
    void look() {
        window = address.part("id").map(Long::parseLong).flatMap(windows::find).orElse(null);
    }

    /** For a window that there is not. */
    public void check() {
        if (window == null) {
            Missing.answer();
        }
    }

    public WindowLine getLine() {
        return WindowLine.of(window, clock.instant(), visitor);
    }

    public List<Server> getServers() {
        return window.servers();
    }

    public Moment getPlannedFrom() {
        return visitor.moment(window.plannedFrom());
    }

    public Moment getPlannedUntil() {
        return visitor.moment(window.plannedUntil());
    }

    public Moment getActualFrom() {
        return moment(window.actualFrom());
    }

    public Moment getActualUntil() {
        return moment(window.actualUntil());
    }

    private Moment moment(Optional<Instant> at) {
        return at.map(visitor::moment).orElse(null);
    }

    /** Latest first, as far as visitors may read them. */
    public List<MaintenanceUpdate> getUpdates() {
        List<MaintenanceUpdate> published = new ArrayList<>(window.updates().stream()
                .filter(update -> update.post().state() == PostState.PUBLISHED)
                .toList());
        Collections.reverse(published);
        return published;
    }

    /** What it says, below its own heading. */
    public String body(MaintenanceUpdate update) {
        return bodies.forPage(update.post().html(), BELOW_UPDATE);
    }

    public Moment moment(MaintenanceUpdate update) {
        return visitor.moment(update.post().publishedAt().orElse(update.at()));
    }
}
