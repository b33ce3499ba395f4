package net.niner.status.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.incident.IncidentState;
import net.niner.status.incident.InvalidIncident;
import net.niner.status.incident.UpdateTemplate;
import net.niner.status.incident.UpdateTemplates;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** The words that are ready for updates. With an id in the address the form changes that one; without, it makes another. */
@Named
@ViewScoped
public class TemplatesPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient UpdateTemplates templates;

    @Inject
    private Visitor visitor;

    private Long id;
    private int version;
    private String name;
    private IncidentState state = IncidentState.INVESTIGATING;
    private String text;
    private boolean proposes;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void open() {
        String asked = Faces.getRequestParameter("id");
        if (asked != null) {
            Optional<UpdateTemplate> found =
                    asked.matches("\\d{1,18}") ? templates.look(Long.parseLong(asked)) : Optional.empty();
            found.ifPresentOrElse(this::show, Missing::answer);
        }
    }

    private void show(UpdateTemplate template) {
        id = template.id();
        version = template.version();
        name = template.name();
        state = template.state();
        text = template.text();
        proposes = template.proposes();
    }

    public void save() throws IOException {
        errors.clear();
        UpdateTemplates.Draft draft = new UpdateTemplates.Draft(name, state, text, proposes);
        try {
            if (id == null) {
                templates.add(draft);
            } else {
                templates.change(id, version, draft);
            }
        } catch (InvalidIncident invalid) {
            invalid.problems()
                    .forEach(
                            problem -> errors.put(problem.field(), visitor.textFor("incident.fault", problem.fault())));
            Feedback.complain("incident.wrong");
            return;
        } catch (ChangedMeanwhile meanwhile) {
            Feedback.complain("incident.template.changed");
            return;
        }
        Feedback.say("incident.template.saved", draft.name());
        back();
    }

    public void remove() throws IOException {
        templates.remove(id);
        Feedback.say("incident.template.removed", name);
        back();
    }

    private static void back() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/templates");
    }

    public List<UpdateTemplate> getAll() {
        return templates.all();
    }

    public IncidentState[] getStates() {
        return IncidentState.values();
    }

    public boolean isKnown() {
        return id != null;
    }

    /** What the form's draft is kept under. */
    public String getDraftName() {
        return id == null ? "new" : id + "-" + version;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public IncidentState getState() {
        return state;
    }

    public void setState(IncidentState state) {
        this.state = state;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isProposes() {
        return proposes;
    }

    public void setProposes(boolean proposes) {
        this.proposes = proposes;
    }
}
