package net.niner.status.web.post;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.niner.status.platform.ChangedMeanwhile;
import net.niner.status.post.Categories;
import net.niner.status.post.CategoryTree;
import net.niner.status.post.InvalidPost;
import net.niner.status.post.Post;
import net.niner.status.post.PostFormat;
import net.niner.status.post.PostState;
import net.niner.status.post.Posts;
import net.niner.status.server.Servers;
import net.niner.status.web.account.Me;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.FieldTime;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** The editor: one post, or without a number in the address a new one. What is typed is kept through every refusal. */
@Named
@ViewScoped
public class PostPage implements Serializable {

    private static final long serialVersionUID = 1;

    /** Does something to the post that was just saved. */
    @FunctionalInterface
    private interface Step {
        Post take(Post saved);
    }

    @Inject
    private transient Posts posts;

    @Inject
    private transient Categories categories;

    @Inject
    private transient Servers servers;

    @Inject
    private Me me;

    @Inject
    private Bodies bodies;

    @Inject
    private Visitor visitor;

    private Long id;
    private int version;
    private PostState state = PostState.DRAFT;
    private Instant publishedAt;
    private String path;
    private String withdrawnReason;
    private PostForm form = new PostForm();
    private String at;
    private String reason;
    private transient ChangedMeanwhile changed;
    private final Map<String, String> errors = new HashMap<>();

    @PostConstruct
    void open() {
        if (!me.may("POSTS")) {
            Missing.refuse();
            return;
        }
        String asked = Faces.getRequestParameter("id");
        if (asked == null) {
            return;
        }
        if (!asked.matches("\\d{1,18}")) {
            Missing.answer();
            return;
        }
        posts.look(Long.parseLong(asked)).ifPresentOrElse(this::show, Missing::answer);
    }

    private void seen(Post post) {
        id = post.id();
        version = post.version();
        state = post.state();
        publishedAt = post.publishedAt().orElse(null);
        path = post.path().orElse(null);
        withdrawnReason = post.withdrawnReason().orElse(null);
    }

    private void show(Post post) {
        seen(post);
        form = PostForm.of(post);
        at = state == PostState.SCHEDULED ? FieldTime.of(publishedAt) : null;
    }

    public void save() throws IOException {
        act("post.saved", saved -> saved);
    }

    public void publish() throws IOException {
        act("post.published", saved -> posts.publish(saved.id(), saved.version()));
    }

    public void schedule() throws IOException {
        errors.clear();
        Instant when = FieldTime.read(at).orElse(null);
        if (when == null) {
            errors.put("at", visitor.text("post.fault.time"));
            Feedback.complain("post.wrong");
        } else {
            act("post.scheduled", saved -> posts.schedule(saved.id(), saved.version(), when));
        }
    }

    public void unschedule() throws IOException {
        act("post.unscheduled", saved -> posts.unschedule(saved.id(), saved.version()));
    }

    public void withdraw() throws IOException {
        act("post.withdrawn", saved -> posts.withdraw(saved.id(), saved.version(), reason));
    }

    /** Saves over what another person has stored meanwhile. */
    public void insist() throws IOException {
        version = posts.look(id).orElseThrow().version();
        save();
    }

    /** Gives up what stands in the form for what another person has stored meanwhile. */
    public void takeTheirs() {
        show(posts.look(id).orElseThrow());
        errors.clear();
        changed = null;
    }

    /** Saves what was typed, and goes on from there; where that is refused, what was saved is saved. */
    private void act(String told, Step step) throws IOException {
        errors.clear();
        changed = null;
        try {
            Post saved = id == null ? posts.draft(form.draft()) : posts.change(id, version, form.draft());
            seen(saved);
            Post done = step.take(saved);
            Feedback.say(told, done.title());
            FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/post?id=" + done.id());
        } catch (InvalidPost invalid) {
            invalid.problems()
                    .forEach(problem -> errors.put(
                            problem.field(),
                            visitor.format("post.fault." + problem.fault().name(), problem.value())));
            Feedback.complain("post.wrong");
        } catch (ChangedMeanwhile meanwhile) {
            changed = meanwhile;
            FacesContext.getCurrentInstance().validationFailed();
        }
    }

    /** The codes of those chosen, in the order of the list. */
    private List<String> codes() {
        return servers.codes().stream().filter(form.getServers()::contains).toList();
    }

    public String getWholeTitle() {
        return form.wholeTitle(codes());
    }

    /** The codes that will stand in front, as they will. */
    public String getFront() {
        String whole = new PostForm().wholeTitle(codes());
        return whole.strip();
    }

    /** Exactly what visitors will get. */
    public String getRendering() {
        return bodies.forPage(form.html(visitor.text("post.fault.BODY_LONG")));
    }

    public Moment getPublished() {
        return publishedAt == null ? null : visitor.moment(publishedAt);
    }

    public List<CategoryTree.Node> getShelves() {
        return categories.tree().nodes();
    }

    public List<String> getCodes() {
        return servers.codes();
    }

    public PostFormat[] getFormats() {
        return PostFormat.values();
    }

    public Long getId() {
        return id;
    }

    /** A draft in the browser belongs to the post and the version that it was written on. */
    public String getDraftOf() {
        return "post-" + (id == null ? "new" : id + "-" + version);
    }

    public int getVersion() {
        return version;
    }

    public PostState getState() {
        return state;
    }

    public String getPath() {
        return path;
    }

    public String getWithdrawnReason() {
        return withdrawnReason;
    }

    public PostForm getForm() {
        return form;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public ChangedMeanwhile getChanged() {
        return changed;
    }

    public Map<String, String> getErrors() {
        return errors;
    }
}
