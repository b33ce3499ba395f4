package net.niner.status.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.niner.status.history.Outage;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentPosts;
import net.niner.status.incident.IncidentRecords;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.IncidentUpdate;
import net.niner.status.incident.Incidents;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.Times;
import net.niner.status.incident.UpdateDraft;
import net.niner.status.incident.UpdateTemplate;
import net.niner.status.incident.UpdateTemplates;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Title;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.FieldTime;
import net.niner.status.web.platform.faces.Missing;
import net.niner.status.web.post.Bodies;
import org.omnifaces.util.Faces;

/** One published incident: tells the next update, resolves it, opens it again, and puts its times right. */
@Named
@ViewScoped
public class IncidentPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int BELOW_UPDATE = 4;

    @Inject
    private transient Incidents incidents;

    @Inject
    private transient IncidentRecords records;

    @Inject
    private transient UpdateTemplates templates;

    @Inject
    private transient Servers servers;

    @Inject
    private transient Clock clock;

    @Inject
    private Bodies bodies;

    @Inject
    private Visitor visitor;

    private long id;
    private int version;
    private transient Incident incident;
    private String text;
    private IncidentState state;
    private List<ServerImpact> concerned = List.of();
    private List<ServerImpact> others = List.of();
    private Long template;
    private String began;
    private String noticed;
    private String resolved;
    private boolean previewed;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void open() {
        String asked = Faces.getRequestParameter("id");
        Optional<Incident> found =
                asked != null && asked.matches("\\d{1,18}") ? records.look(Long.parseLong(asked)) : Optional.empty();
        found.filter(each -> !each.isDraft()).ifPresentOrElse(this::show, Missing::answer);
    }

    private void show(Incident found) {
        incident = found;
        id = found.id();
        version = found.version();
        state = found.isResolved() ? IncidentState.INVESTIGATING : found.state();
        Map<String, Impact> impacts = found.isResolved() ? lastImpacts(found) : found.impacts();
        Set<String> codes = new LinkedHashSet<>();
        found.servers().forEach(server -> codes.add(server.code()));
        List<Server> all = servers.all();
        concerned = ServerImpact.of(
                all.stream().filter(server -> codes.contains(server.code())).toList(), impacts);
        others = ServerImpact.of(
                all.stream()
                        .filter(server -> !codes.contains(server.code())
                                && server.retiredOn().isEmpty())
                        .toList(),
                Map.of());
        began = FieldTime.of(found.began());
        noticed = FieldTime.of(found.noticed());
        resolved = FieldTime.of(found.resolved().orElse(null));
    }

    /** What a resolved incident was last: who opens it again says that it is not over. */
    private static Map<String, Impact> lastImpacts(Incident incident) {
        Map<String, Impact> impacts = new HashMap<>();
        incident.periods().forEach(period -> {
            if (period.until().equals(incident.resolved())) {
                impacts.put(period.server().code(), period.impact());
            }
        });
        return impacts;
    }

    /** Publishes the next update, which opens the incident again if it is resolved. */
    public void tell() throws IOException {
        errors.clear();
        UpdateDraft draft = new UpdateDraft(text, state, impacts());
        try {
            int number = getIncident().isResolved()
                    ? incidents.reopen(id, version, draft)
                    : incidents.update(id, version, draft);
            Feedback.say("incident.told", number);
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/incident?id=" + id);
        } catch (InvalidIncident invalid) {
            refuse(invalid);
        } catch (ChangedMeanwhile meanwhile) {
            changed(meanwhile);
        }
    }

    /** Puts began, noticed and resolved right. */
    public void correct() throws IOException {
        errors.clear();
        Instant[] times = {time("began", began), time("noticed", noticed), time("resolved", resolved)};
        if (errors.isEmpty()) {
            try {
                incidents.correct(id, version, new Times(times[0], times[1], times[2]));
                Feedback.say("incident.corrected");
                FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/incident?id=" + id);
                return;
            } catch (InvalidIncident invalid) {
                refuse(invalid);
                return;
            } catch (ChangedMeanwhile meanwhile) {
                changed(meanwhile);
                return;
            }
        }
        Feedback.complain("incident.wrong");
    }

    private Instant time(String field, String typed) {
        try {
            Instant at = FieldTime.parse(typed);
            if (at == null && !(field.equals("resolved") && !getIncident().isResolved())) {
                errors.put(field, visitor.text("incident.fault.time"));
            }
            return at;
        } catch (DateTimeParseException e) {
            errors.put(field, visitor.text("incident.fault.time"));
            return null;
        }
    }

    private void refuse(InvalidIncident invalid) {
        invalid.problems()
                .forEach(problem -> errors.put(problem.field(), visitor.textFor("incident.fault", problem.fault())));
        Feedback.complain("incident.wrong");
    }

    /** What was typed stays; pressed again, it follows what the other has told. */
    private void changed(ChangedMeanwhile meanwhile) {
        incident = null;
        version = getIncident().version();
        Feedback.complain("incident.changed", meanwhile.by() == null ? "?" : meanwhile.by());
    }

    /** Puts the chosen template's words into the field, below what was typed, and its state on. */
    public void insert() {
        Optional<UpdateTemplate> chosen = template == null ? Optional.empty() : templates.look(template);
        chosen.ifPresent(found -> {
            if (!(getIncident().isResolved() && found.state() == IncidentState.RESOLVED)) {
                state = found.state();
            }
            String words =
                    FilledTemplate.text(found, codes(), state, getIncident().began(), clock.instant());
            text = text == null || text.isBlank() ? words : text.stripTrailing() + "\n\n" + words;
        });
    }

    public void preview() {
        previewed = true;
    }

    private List<String> codes() {
        return getIncident().servers().stream().map(Server::code).toList();
    }

    private Map<String, Impact> impacts() {
        Map<String, Impact> impacts = ServerImpact.chosen(concerned);
        impacts.putAll(ServerImpact.chosen(others));
        return impacts;
    }

    public Incident getIncident() {
        if (incident == null && id != 0) {
            incident = records.look(id).orElseThrow();
        }
        return incident;
    }

    public boolean isPreviewed() {
        return previewed;
    }

    public String getPreviewTitle() {
        List<String> codes = new ArrayList<>(new LinkedHashSet<>(codes()));
        impacts().keySet().stream().filter(code -> !codes.contains(code)).forEach(codes::add);
        return Title.of(
                codes,
                IncidentPosts.title(
                        getIncident(), codes, getIncident().updates().size() + 1));
    }

    /** A told update as it stands below its heading. */
    public String body(IncidentUpdate update) {
        return bodies.forPage(update.post().html(), BELOW_UPDATE);
    }

    public String getPreviewHtml() {
        return bodies.forPage(
                PostFormat.MARKDOWN.preview(text, visitor.text("incident.fault.TEXT_LONG")), BELOW_UPDATE);
    }

    /** Newest first. */
    public List<IncidentUpdate> getUpdates() {
        List<IncidentUpdate> updates = new ArrayList<>(getIncident().updates());
        Collections.reverse(updates);
        return updates;
    }

    public List<Outage> getEvidence() {
        return records.evidence(getIncident());
    }

    public String length(Outage outage) {
        return Spent.text(visitor.words(), outage.began(), outage.ended() == null ? clock.instant() : outage.ended());
    }

    public String getLength() {
        return Spent.text(
                visitor.words(), getIncident().began(), getIncident().resolved().orElseGet(clock::instant));
    }

    public String getSilence() {
        return Spent.text(visitor.words(), getIncident().updated(), clock.instant());
    }

    /** Those that the next update can lead to. */
    public List<IncidentState> getStates() {
        return List.of(IncidentState.values()).stream()
                .filter(each -> !getIncident().isResolved() || each != IncidentState.RESOLVED)
                .toList();
    }

    public List<UpdateTemplate> getTemplates() {
        return templates.all();
    }

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public List<ServerImpact> getConcerned() {
        return concerned;
    }

    public List<ServerImpact> getOthers() {
        return others;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public IncidentState getState() {
        return state;
    }

    public void setState(IncidentState state) {
        this.state = state;
    }

    public Long getTemplate() {
        return template;
    }

    public void setTemplate(Long template) {
        this.template = template;
    }

    public String getBegan() {
        return began;
    }

    public void setBegan(String began) {
        this.began = began;
    }

    public String getNoticed() {
        return noticed;
    }

    public void setNoticed(String noticed) {
        this.noticed = noticed;
    }

    public String getResolved() {
        return resolved;
    }

    public void setResolved(String resolved) {
        this.resolved = resolved;
    }
}
