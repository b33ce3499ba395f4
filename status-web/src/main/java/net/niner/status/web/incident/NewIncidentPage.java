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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.history.Outage;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Incident;
import net.niner.status.incident.IncidentDraft;
import net.niner.status.incident.IncidentRecords;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.Incidents;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.UpdateTemplates;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Title;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.FieldTime;
import net.niner.status.web.platform.faces.Missing;
import net.niner.status.web.post.Bodies;
import org.omnifaces.util.Faces;

/**
 * An incident that nobody has read yet: a new one, prefilled where it comes from a server that does not answer, or a draft, also that which waits for
 * the same server. What is filled in is good
 * enough to be published as it is, since the one who does may have been woken by it.
 */
@Named
@ViewScoped
public class NewIncidentPage implements Serializable {

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
    private Me me;

    @Inject
    private Bodies bodies;

    @Inject
    private Visitor visitor;

    private Long id;
    private int version;
    private String origin;
    private String title;
    private String text;
    private String began;
    private String publishAt;
    private String answersSince;
    private List<ServerImpact> first = List.of();
    private List<ServerImpact> others = List.of();
    private boolean previewed;
    private boolean published;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void open() {
        String draft = Faces.getRequestParameter("id");
        if (!me.may("INCIDENTS")) {
            Missing.refuse();
        } else if (draft != null) {
            Optional<Incident> found =
                    draft.matches("\\d{1,18}") ? records.look(Long.parseLong(draft)) : Optional.empty();
            found.filter(Incident::isDraft).ifPresentOrElse(this::show, Missing::answer);
        } else {
            String server = Faces.getRequestParameter("server");
            records.drafts().stream()
                    .filter(waiting -> waiting.impacts().containsKey(server))
                    .findFirst()
                    .ifPresentOrElse(this::show, () -> begin(server));
        }
    }

    private void show(Incident draft) {
        id = draft.id();
        version = draft.version();
        title = draft.words();
        text = draft.draftText().orElse("");
        began = FieldTime.of(draft.began());
        publishAt = draft.publishAt().map(at -> visitor.moment(at).text()).orElse(null);
        answersSince = draft.answersSince().map(at -> visitor.moment(at).text()).orElse(null);
        rows(draft.impacts());
    }

    private void begin(String server) {
        Optional<Outage> outage = server == null ? Optional.empty() : records.lasting(server);
        Instant since = outage.map(Outage::began).orElseGet(clock::instant);
        began = FieldTime.of(since);
        Map<String, Impact> impacts = new HashMap<>();
        if (server != null && servers.look(server).isPresent()) {
            impacts.put(server, Impact.MAJOR_OUTAGE);
            origin = outage.isPresent() ? server : null;
            title = outage.isPresent() ? "Does not answer" : null;
            text = templates.all().stream()
                    .filter(template -> template.proposes() == outage.isPresent()
                            && template.state() == IncidentState.INVESTIGATING)
                    .findFirst()
                    .map(template -> FilledTemplate.text(
                            template, List.of(server), IncidentState.INVESTIGATING, since, clock.instant()))
                    .orElse(null);
        }
        rows(impacts);
    }

    private void rows(Map<String, Impact> impacts) {
        List<Server> all = servers.all().stream()
                .filter(server -> server.retiredOn().isEmpty() || impacts.containsKey(server.code()))
                .toList();
        first = ServerImpact.of(
                all.stream()
                        .filter(server -> impacts.containsKey(server.code()))
                        .toList(),
                impacts);
        others = ServerImpact.of(
                all.stream()
                        .filter(server -> !impacts.containsKey(server.code()))
                        .toList(),
                impacts);
    }

    public void publish() throws IOException {
        store(true);
    }

    public void keep() throws IOException {
        store(false);
    }

    public void discard() throws IOException {
        try {
            incidents.discard(id, version);
        } catch (ChangedMeanwhile meanwhile) {
            changed(meanwhile);
            return;
        }
        Feedback.say("incident.discarded");
        redirect("/admin/incidents");
    }

    /** Shows the page and the entry of the feed as they would be. */
    public void preview() {
        previewed = true;
    }

    private void store(boolean publish) throws IOException {
        errors.clear();
        Instant since = null;
        try {
            since = FieldTime.parse(began);
        } catch (DateTimeParseException e) {
            errors.put("began", visitor.text("incident.fault.time"));
        }
        long stored = 0;
        try {
            if (errors.isEmpty()) {
                stored = store(new IncidentDraft(title, text, impacts(), since), publish);
            }
        } catch (InvalidIncident invalid) {
            invalid.problems()
                    .forEach(
                            problem -> errors.put(problem.field(), visitor.textFor("incident.fault", problem.fault())));
        } catch (ChangedMeanwhile meanwhile) {
            changed(meanwhile);
            return;
        }
        if (!errors.isEmpty()) {
            Feedback.complain("incident.wrong");
            return;
        }
        Feedback.say(publish ? "incident.published" : "incident.kept");
        redirect(publish ? "/admin/incident?id=" + stored : "/admin/incidents");
    }

    /** What was typed stays; pressed again, it follows what the other has done, unless everybody can read that by now. */
    private void changed(ChangedMeanwhile meanwhile) {
        Incident now = records.look(id).orElseThrow();
        version = now.version();
        published = !now.isDraft();
        if (published) {
            Feedback.complain("incident.already");
        } else {
            Feedback.complain("incident.changed", meanwhile.by() == null ? "?" : meanwhile.by());
        }
    }

    private long store(IncidentDraft draft, boolean publish) {
        if (id != null) {
            incidents.redraft(id, version, draft, publish);
            return id;
        }
        Outage outage = origin == null ? null : records.lasting(origin).orElse(null);
        return incidents.open(draft, publish, outage);
    }

    private static void redirect(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }

    private Map<String, Impact> impacts() {
        Map<String, Impact> impacts = ServerImpact.chosen(first);
        impacts.putAll(ServerImpact.chosen(others));
        return impacts;
    }

    public boolean isPreviewed() {
        return previewed;
    }

    public String getPreviewTitle() {
        return Title.of(List.copyOf(impacts().keySet()), title == null ? "" : title.strip());
    }

    public String getPreviewHtml() {
        return bodies.forPage(
                PostFormat.MARKDOWN.preview(text, visitor.text("incident.fault.TEXT_LONG")), BELOW_UPDATE);
    }

    public boolean isKnown() {
        return id != null;
    }

    public Long getId() {
        return id;
    }

    /** Whether somebody else, or its time, has published it while it stood here. */
    public boolean isPublished() {
        return published;
    }

    /** What the form's draft is kept under. */
    public String getName() {
        return id == null ? "new" : id + "-" + version;
    }

    public Impact[] getImpacts() {
        return Impact.values();
    }

    public List<ServerImpact> getFirst() {
        return first;
    }

    public List<ServerImpact> getOthers() {
        return others;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    /** When the draft publishes itself; null if it does not. */
    public String getPublishAt() {
        return publishAt;
    }

    /** Since when its server answers again; null if it does not. */
    public String getAnswersSince() {
        return answersSince;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getBegan() {
        return began;
    }

    public void setBegan(String began) {
        this.began = began;
    }
}
