package net.niner.status.web.post;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.niner.status.post.Difference;
import net.niner.status.post.Difference.Line;
import net.niner.status.post.Difference.Part;
import net.niner.status.post.Post;
import net.niner.status.post.PostVersion;
import net.niner.status.post.PostVersions;
import net.niner.status.post.PostVersions.Saved;
import net.niner.status.post.Posts;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;

/** What the post said before: compares two versions, and brings an old one back. */
@Named
@ViewScoped
public class VersionsPage implements Serializable {

    private static final long serialVersionUID = 1;

    /** So many unchanged lines stand around those that changed. */
    private static final int AROUND = 2;

    /** @param parts of a field that is different in the two */
    public record FieldChange(String label, List<Part> parts) {}

    /** @param line null for lines that are the same and left out */
    public record Row(Line line, int leftOut) {}

    @Inject
    private transient PostVersions versions;

    @Inject
    private transient Posts posts;

    @Inject
    private PostPage page;

    @Inject
    private Visitor visitor;

    private Integer older;
    private Integer newer;
    private transient List<Saved> saved;

    public List<Saved> getSaved() {
        if (saved == null) {
            saved = page.getId() == null ? List.of() : versions.of(page.getId());
        }
        return saved;
    }

    /** Against the one before it. */
    public void compare(int number) {
        newer = number;
        older = number > 1 ? number - 1 : number;
    }

    /** Against each other, as they were chosen. */
    public void compareChosen() {
        // older and newer were set by the form
    }

    public boolean isCompared() {
        return older != null
                && newer != null
                && find(older).isPresent()
                && find(newer).isPresent();
    }

    public List<FieldChange> getFields() {
        PostVersion one = find(older).orElseThrow();
        PostVersion two = find(newer).orElseThrow();
        List<FieldChange> changes = new ArrayList<>();
        change(changes, "post.heading", one.title(), two.title());
        change(
                changes,
                "post.format",
                visitor.textFor("post.format", one.format()),
                visitor.textFor("post.format", two.format()));
        change(changes, "post.servers", String.join(", ", one.servers()), String.join(", ", two.servers()));
        change(changes, "post.categories", String.join(", ", one.categories()), String.join(", ", two.categories()));
        change(changes, "post.tags", String.join(", ", one.tags()), String.join(", ", two.tags()));
        return changes;
    }

    private void change(List<FieldChange> changes, String label, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(visitor.text(label), Difference.words(before, after)));
        }
    }

    public List<Row> getRows() {
        List<Line> lines = Difference.between(
                find(older).orElseThrow().body(), find(newer).orElseThrow().body());
        boolean[] shown = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).same()) {
                for (int j = Math.max(0, i - AROUND); j <= Math.min(lines.size() - 1, i + AROUND); j++) {
                    shown[j] = true;
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            int from = i;
            while (i < lines.size() && !shown[i]) {
                i++;
            }
            if (i > from) {
                rows.add(new Row(null, i - from));
            } else {
                rows.add(new Row(lines.get(i), 0));
                i++;
            }
        }
        return rows;
    }

    /** It says again what it said then, as one more version. */
    public void restore(int number) throws IOException {
        Post post = posts.restore(page.getId(), page.getVersion(), number);
        Feedback.say("post.restored", number);
        FacesContext.getCurrentInstance().getExternalContext().redirect("/admin/post?id=" + post.id());
    }

    private Optional<PostVersion> find(int number) {
        return versions.find(page.getId(), number);
    }

    public Integer getOlder() {
        return older;
    }

    public void setOlder(Integer older) {
        this.older = older;
    }

    public Integer getNewer() {
        return newer;
    }

    public void setNewer(Integer newer) {
        this.newer = newer;
    }
}
