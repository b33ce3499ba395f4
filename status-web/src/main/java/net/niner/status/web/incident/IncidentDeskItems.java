package net.niner.status.web.incident;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentRecords;
import net.niner.status.web.desk.DeskItem;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.desk.DeskItems;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.Words;

/** Open incidents, with how long nobody has said anything, and drafts that wait. */
@RequestScoped
public class IncidentDeskItems implements DeskItems {

    /** Clients who wait for a word are told something once an hour. */
    private static final Duration SILENCE = Duration.ofMinutes(60);

    @EJB
    private IncidentRecords incidents;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    @Override
    public List<DeskItem> items() {
        Instant now = clock.instant();
        List<DeskItem> items = new ArrayList<>();
        incidents.open().forEach(incident -> items.add(open(incident, now)));
        incidents.drafts().forEach(incident -> items.add(draft(incident)));
        return items;
    }

    private DeskItem open(Incident incident, Instant now) {
        Words words = visitor.words();
        Duration silence = Duration.between(incident.updated(), now);
        boolean noticed =
                !incident.impacts().isEmpty() && incident.answersSince().isEmpty();
        Urgency urgency = noticed || silence.compareTo(SILENCE) > 0 ? Urgency.NOW : Urgency.SOON;
        return new DeskItem(
                urgency,
                incident.title(),
                join(words.of("incident.desk.silence", silence.toMinutes()), again(incident)),
                incident.began(),
                words.of("incident.desk.update"),
                "/admin/incident?id=" + incident.id());
    }

    private DeskItem draft(Incident incident) {
        Words words = visitor.words();
        String publishes = incident.publishAt()
                .map(at ->
                        words.of("incident.desk.publishes", visitor.moment(at).timeOfDay()))
                .orElse("");
        return new DeskItem(
                Urgency.SOON,
                words.of("incident.desk.draft", incident.title()),
                join(publishes, again(incident)),
                incident.began(),
                words.of("incident.desk.look"),
                "/admin/incident-new?id=" + incident.id());
    }

    private String again(Incident incident) {
        return incident.answersSince()
                .map(at -> visitor.words()
                        .of("incident.desk.again", visitor.moment(at).timeOfDay()))
                .orElse("");
    }

    private static String join(String one, String other) {
        return (one + " " + other).strip();
    }
}
