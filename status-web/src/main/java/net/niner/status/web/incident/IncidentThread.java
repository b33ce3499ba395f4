package net.niner.status.web.incident;

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
import java.util.Map;
import java.util.Optional;
import net.niner.status.history.Outage;
import net.niner.status.incident.Impact;
import net.niner.status.incident.ImpactPeriod;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.incident.PublishedIncidents;
import net.niner.status.post.Post;
import net.niner.status.post.PostState;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Server;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import net.niner.status.web.post.Bodies;

/** The page of one incident: what is declared, what was told, and what the checks saw. */
@Named
@RequestScoped
public class IncidentThread {

    private static final int DESCRIPTION_LENGTH = 160;
    private static final int BELOW_UPDATE = 4;

    @Inject
    private Address address;

    @EJB
    private PublishedIncidents incidents;

    @Inject
    private Visitor visitor;

    @Inject
    private Bodies bodies;

    @Inject
    private Clock clock;

    private Incident incident;
    private Instant now;
    private List<Concerned> servers;
    private List<Told> updates;
    private List<Seen> evidence;

    /**
     * A server and its impacts, one after the other.
     *
     * @param status what is declared of it because of this incident now, or was last
     */
    public record Concerned(String code, String city, DeclaredStatus status, List<Period> periods) {

        public String path() {
            return "/systems/" + code;
        }
    }

    /** @param until null while it lasts */
    public record Period(DeclaredStatus status, Moment from, Moment until, String length) {}

    /**
     * An update as it is shown.
     *
     * @param path where its link leads: to the post, or nowhere else if that was withdrawn
     * @param html null where it was withdrawn
     */
    public record Told(
            int number, String title, String state, Moment at, String path, String html, List<Line> impacts) {}

    /** What an update says of one server. */
    public record Line(String code, DeclaredStatus status) {}

    /**
     * An outage in that time.
     *
     * @param ended null while it lasts
     */
    public record Seen(String check, Moment began, Moment ended, String length) {}

    @PostConstruct
    void find() {
        now = clock.instant();
        Optional<Incident> found =
                incidents.find(Long.parseLong(address.part("id").orElse("0")));
        if (found.isEmpty()) {
            Missing.answer();
        }
        incident = found.orElse(null);
    }

    /** Null where there is none. */
    public Incident getIncident() {
        return incident;
    }

    public String getTitle() {
        return incident == null ? "" : incident.title();
    }

    /** The beginning of the latest update that can be read. */
    public String getDescription() {
        return incident == null
                ? ""
                : incident.latestReadable()
                        .map(update -> update.post().excerpt(DESCRIPTION_LENGTH))
                        .orElse("");
    }

    public DeclaredStatus getWorst() {
        return incident.worst().declared();
    }

    public Moment getBegan() {
        return visitor.moment(incident.began());
    }

    public Moment getNoticed() {
        return visitor.moment(incident.noticed());
    }

    /** Null while it is open. */
    public Moment getResolved() {
        return incident.resolved().map(visitor::moment).orElse(null);
    }

    /** From when it began until it was resolved, or until now. */
    public String getLength() {
        return Spent.text(visitor.words(), incident.began(), incident.resolved().orElse(now));
    }

    public List<Concerned> getServers() {
        if (servers == null) {
            servers = concerned();
        }
        return servers;
    }

    private List<Concerned> concerned() {
        Map<String, Impact> current = incident.impacts();
        return incident.servers().stream()
                .map(server -> new Concerned(
                        server.code(),
                        server.location().city(),
                        status(server, current),
                        incident.periods().stream()
                                .filter(period -> period.server().code().equals(server.code()))
                                .map(this::period)
                                .toList()))
                .toList();
    }

    private DeclaredStatus status(Server server, Map<String, Impact> current) {
        return Optional.ofNullable(current.get(server.code()))
                .map(Impact::declared)
                .orElse(DeclaredStatus.OPERATIONAL);
    }

    private Period period(ImpactPeriod period) {
        return new Period(
                period.impact().declared(),
                visitor.moment(period.from()),
                period.until().map(visitor::moment).orElse(null),
                Spent.text(visitor.words(), period.from(), period.until().orElse(now)));
    }

    /** Newest first. */
    public List<Told> getUpdates() {
        if (updates == null) {
            List<IncidentUpdate> all = new ArrayList<>(incident.updates());
            Collections.reverse(all);
            updates = all.stream().map(this::told).toList();
        }
        return updates;
    }

    private Told told(IncidentUpdate update) {
        Post post = update.post();
        boolean shown = post.state() == PostState.PUBLISHED;
        return new Told(
                update.number(),
                post.title(),
                visitor.textFor("incident.state", update.state()),
                visitor.moment(update.at()),
                shown ? visitor.link(post.path().orElse("")) : "#update-" + update.number(),
                shown ? bodies.forPage(post.html(), BELOW_UPDATE) : null,
                update.impacts().entrySet().stream()
                        .map(entry -> new Line(entry.getKey(), entry.getValue().declared()))
                        .toList());
    }

    public List<Seen> getEvidence() {
        if (evidence == null) {
            evidence = incidents.evidence(incident).stream().map(this::seen).toList();
        }
        return evidence;
    }

    private Seen seen(Outage outage) {
        return new Seen(
                outage.check(),
                visitor.moment(outage.began()),
                outage.ended() == null ? null : visitor.moment(outage.ended()),
                Spent.text(visitor.words(), outage.began(), outage.ended() == null ? now : outage.ended()));
    }
}
