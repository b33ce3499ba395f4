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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.niner.status.incident.FollowUps;
import net.niner.status.incident.InvalidFollowUp;
import net.niner.status.incident.InvalidPostMortem;
import net.niner.status.incident.PostMortem;
import net.niner.status.incident.PostMortemDraft;
import net.niner.status.incident.PostMortemPosts.Preview;
import net.niner.status.incident.PostMortemState;
import net.niner.status.incident.PostMortems;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.Post;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;

/**
 * One post-mortem: {@code ?id=5}, or {@code ?incident=17} for that of an incident, which begins with the first save. Whoever may not write it reads
 * it.
 */
@Named
@ViewScoped
public class PostMortemPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String NUMBER = "\\d{1,18}";

    @Inject
    private transient PostMortems postMortems;

    @Inject
    private transient FollowUps followUps;

    @Inject
    private Me me;

    @Inject
    private Visitor visitor;

    @Inject
    private Days days;

    private Long id;
    private long incident;
    private int version;
    private PostMortemState state = PostMortemState.DRAFT;
    private String address = "";
    private final PostMortemForm form = new PostMortemForm();
    private final Map<String, String> errors = new HashMap<>();
    private String previewTitle;
    private String previewHtml;

    @PostConstruct
    void enter() {
        String number = Faces.getRequestParameter("id");
        String ofIncident = Faces.getRequestParameter("incident");
        Optional<PostMortem> known = Optional.empty();
        if (number != null && number.matches(NUMBER)) {
            known = postMortems.look(Long.parseLong(number));
        } else if (number == null && ofIncident != null && ofIncident.matches(NUMBER)) {
            incident = Long.parseLong(ofIncident);
            known = postMortems.ofIncident(incident);
        }
        if (known.isPresent()) {
            show(known.get());
        } else {
            begin();
        }
    }

    private void begin() {
        Optional<PostMortemDraft> draft = incident == 0 ? Optional.empty() : postMortems.drafted(incident);
        if (draft.isEmpty()) {
            Missing.answer();
        } else if (!me.may("INCIDENTS")) {
            look(draft.get());
        } else {
            form.show(draft.get(), Map.of());
        }
    }

    private void show(PostMortem postMortem) {
        identify(postMortem);
        PostMortemDraft draft = PostMortems.draftOf(postMortem);
        form.show(draft, followUps());
        if (!me.may("INCIDENTS")) {
            look(draft);
        }
    }

    private void identify(PostMortem postMortem) {
        id = postMortem.id();
        incident = postMortem.incidentId();
        version = postMortem.version();
        state = postMortem.state();
        address = postMortem.post().flatMap(Post::path).orElse("");
    }

    /** By the lesson that they follow from. */
    private Map<Long, List<FollowUpRow>> followUps() {
        return postMortems.followUps(id).stream()
                .collect(Collectors.groupingBy(
                        promise -> promise.lesson().orElseThrow().id(),
                        Collectors.mapping(
                                promise -> FollowUpRow.of(promise, followUps.today(), days), Collectors.toList())));
    }

    private void look(PostMortemDraft draft) {
        Preview preview = postMortems.preview(id, incident, draft);
        previewTitle = preview.title();
        previewHtml = preview.html();
    }

    public void addCause() {
        form.addCause();
        focus("causes", form.getCauses().size() - 1, "text");
    }

    public void addMoment() {
        form.addMoment();
        focus("timeline", form.getTimeline().size() - 1, "at");
    }

    public void addLesson() {
        form.addLesson();
        focus("lessons", form.getLessons().size() - 1, "text");
    }

    public void removeMoment(int index) {
        form.getTimeline().remove(index);
        if (form.getTimeline().isEmpty()) {
            form.addMoment();
        }
        focus("timeline", Math.min(index, form.getTimeline().size() - 1), "at");
    }

    private static void focus(String list, int index, String field) {
        PrimeFaces.current()
                .executeScript("setTimeout(() => document.getElementById('pm:" + list + ":" + index + ":" + field
                        + "')?.focus())");
    }

    /** Shows what visitors would read, and saves nothing. */
    public void preview() {
        PostMortemDraft draft = read();
        if (draft != null) {
            try {
                look(draft);
            } catch (InvalidPost invalid) {
                Feedback.complain("followup.pm.unpublishable", invalid.getMessage());
            }
        }
    }

    /** Saves; what is published says so at once. */
    public void save() throws IOException {
        PostMortemDraft draft = read();
        if (draft != null) {
            act(
                    () -> id == null ? postMortems.begin(incident, draft) : postMortems.change(id, version, draft),
                    state == PostMortemState.PUBLISHED ? "followup.pm.republished" : "followup.pm.saved");
        }
    }

    public void publish() throws IOException {
        PostMortemDraft draft = read();
        if (draft != null) {
            act(
                    () -> id == null
                            ? postMortems.beginPublished(incident, draft)
                            : postMortems.publish(id, version, draft),
                    "followup.pm.published");
        }
    }

    private void act(Supplier<PostMortem> action, String said) throws IOException {
        try {
            PostMortem done = action.get();
            Feedback.say(said);
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/post-mortem?id=" + done.id());
        } catch (InvalidPostMortem invalid) {
            invalid.problems().forEach(this::explain);
            Feedback.complain("followup.pm.wrong");
        } catch (InvalidFollowUp invalid) {
            errors.put(
                    "promises",
                    visitor.textFor("followup.fault", invalid.problems().get(0).fault()));
            Feedback.complain("followup.pm.wrong");
        } catch (InvalidPost invalid) {
            Feedback.complain("followup.pm.unpublishable", invalid.getMessage());
        } catch (ChangedMeanwhile meanwhile) {
            postMortems.ofIncident(incident).ifPresent(this::takeUp);
            Feedback.complain("followup.meanwhile", meanwhile.by() == null ? "?" : meanwhile.by());
        }
    }

    /** What was typed stays, and is now meant for what is there; lessons with follow-ups that others added come along, as they cannot leave. */
    private void takeUp(PostMortem there) {
        identify(there);
        form.keep(PostMortems.draftOf(there).lessons(), followUps());
    }

    private void explain(InvalidPostMortem.Problem problem) {
        String text = visitor.textFor("followup.pm.fault", problem.fault());
        List<? extends PostMortemForm.Line> lines =
                switch (problem.field()) {
                    case "causes" -> form.getCauses();
                    case "timeline" -> form.getTimeline();
                    case "lessons" -> form.getLessons();
                    default -> List.of();
                };
        if (problem.index() < lines.size()) {
            lines.get(problem.index()).setError(text);
        } else {
            errors.put(problem.field(), text);
        }
    }

    /** Null where something cannot be read, which is said beside it. */
    private PostMortemDraft read() {
        errors.clear();
        form.clearErrors();
        boolean[] wrong = {false};
        PostMortemDraft draft = form.draft((line, what) -> {
            line.setError(visitor.text(what.equals("time") ? "followup.fault.time" : "followup.fault.day"));
            wrong[0] = true;
        });
        if (wrong[0]) {
            Feedback.complain("followup.pm.wrong");
            return null;
        }
        return draft;
    }

    public PostMortemForm getForm() {
        return form;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public String getPreviewTitle() {
        return previewTitle;
    }

    /** Sanitised. */
    public String getPreviewHtml() {
        return previewHtml;
    }

    public boolean isKnown() {
        return id != null;
    }

    public boolean isPublished() {
        return state == PostMortemState.PUBLISHED;
    }

    public PostMortemState getState() {
        return state;
    }

    public long getIncident() {
        return incident;
    }

    /** Of its post, empty for a draft. */
    public String getAddress() {
        return address;
    }

    /** A draft belongs to the version that it was written on. */
    public String getDraftKey() {
        return (id == null ? "new-" + incident : id) + "-" + version;
    }
}
