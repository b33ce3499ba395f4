package net.niner.status.web.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import net.niner.status.web.desk.DeskItem.Urgency;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** The page at {@code /admin}: what is wrong now, what to do next, and how the jobs are doing. */
@Named
@RequestScoped
public class Desk {

    private final Pile pile;
    private final DeskJobs deskJobs;
    private final Visitor visitor;
    private final Clock clock;

    private List<DeskEntry> entries;
    private Moment asOf;

    /** For the container, which puts something of this class before the real one. */
    Desk() {
        this(null, null, null, null);
    }

    @Inject
    Desk(Pile pile, DeskJobs deskJobs, Visitor visitor, Clock clock) {
        this.pile = pile;
        this.deskJobs = deskJobs;
        this.visitor = visitor;
        this.clock = clock;
    }

    @PostConstruct
    void look() {
        asOf = visitor.moment(clock.instant());
        entries = pile.items().stream()
                .map(item -> new DeskEntry(item, visitor, asOf.at()))
                .toList();
    }

    /** What to look at first, null while nothing is wrong. */
    public DeskEntry getWorst() {
        return entries.stream().filter(DeskEntry::isNow).findFirst().orElse(null);
    }

    /** What else is wrong now. */
    public List<DeskEntry> getOthers() {
        return entries.stream().filter(DeskEntry::isNow).skip(1).toList();
    }

    /** What waits. */
    public List<DeskEntry> getNext() {
        return entries.stream().filter(entry -> !entry.isNow()).toList();
    }

    public List<DeskJob> getJobs() {
        return deskJobs.list();
    }

    /** The one sentence that a screen reader is told when it changes. */
    public String getHeadline() {
        DeskEntry worst = getWorst();
        if (worst != null) {
            return worst.getText();
        }
        boolean soon = entries.stream().anyMatch(entry -> entry.getUrgency() == Urgency.SOON);
        return soon ? visitor.words().of("desk.calm.soon") : visitor.words().of("desk.calm");
    }

    public Moment getAsOf() {
        return asOf;
    }
}
