package net.niner.status.web.incident;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentRecords;
import net.niner.status.incident.IncidentRecords.Sort;
import net.niner.status.platform.Page;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Lines;

/** All incidents: what is open, what waits to be published, and what is over. */
@Named
@ViewScoped
public class IncidentsPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient IncidentRecords incidents;

    @Inject
    private transient Clock clock;

    @Inject
    private Visitor visitor;

    private String text;
    private final Lines<Incident, Sort> resolved = new Lines<>(Sort.BEGAN, this::page, Incident::id);

    /** Latest first, until the reader chooses a column. */
    private Page<Incident> page(Sort sort, boolean ascending, int first, int most) {
        return incidents.resolved(text, sort, ascending != (sort == Sort.BEGAN), first, most);
    }

    public List<Incident> getOpen() {
        return incidents.open();
    }

    public List<Incident> getDrafts() {
        return incidents.drafts();
    }

    public Lines<Incident, Sort> getResolved() {
        return resolved;
    }

    /** How long it lasted, or has lasted. */
    public String length(Incident incident) {
        return Spent.text(visitor.words(), incident.began(), incident.resolved().orElseGet(clock::instant));
    }

    /** How long nobody has said anything. */
    public String silence(Incident incident) {
        return Spent.text(visitor.words(), incident.updated(), clock.instant());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null || text.isBlank() ? null : text;
    }
}
