package net.niner.status.web.post;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.post.Categories;
import net.niner.status.post.CategoryTree.Node;
import net.niner.status.post.InvalidCategory;
import net.niner.status.web.platform.Feedback;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;
import org.omnifaces.util.Faces;

/** The tree of categories. With a category in the address that one can be changed; otherwise a new one can be added. */
@Named
@ViewScoped
public class CategoriesPage implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String HERE = "/admin/categories";

    @Inject
    private transient Categories categories;

    @Inject
    private Visitor visitor;

    private String slug;
    private String known;
    private int version;
    private String name;
    private String parent;
    private String error;
    private String errorField;
    private transient List<Node> nodes;
    private transient Map<Long, Integer> used;

    @PostConstruct
    void open() {
        String asked = Faces.getRequestParameter("slug");
        if (asked == null) {
            return;
        }
        Optional<Node> found = categories.tree().find(asked);
        if (found.isEmpty()) {
            Missing.answer();
            return;
        }
        slug = asked;
        known = found.get().name();
        name = known;
        parent = found.get().parent();
        version = found.get().version();
    }

    public void save() throws IOException {
        try {
            if (slug == null) {
                categories.add(name, parent);
            } else {
                categories.change(slug, version, name, parent);
            }
        } catch (InvalidCategory refusal) {
            refuse(refusal);
            return;
        }
        done("post.category.saved", name.strip());
    }

    public void remove() throws IOException {
        try {
            categories.remove(slug);
        } catch (InvalidCategory refusal) {
            refuse(refusal);
            return;
        }
        done("post.category.removed", known);
    }

    private static void done(String key, String what) throws IOException {
        Feedback.say(key, what);
        FacesContext.getCurrentInstance().getExternalContext().redirect(HERE);
    }

    private void refuse(InvalidCategory refusal) {
        errorField = refusal.field();
        error = visitor.textFor("post.category.fault", refusal.fault());
        if (errorField.equals("slug")) {
            Feedback.complain("post.category.kept", error);
        } else {
            Feedback.complain("post.wrong");
        }
    }

    public String error(String field) {
        return field.equals(errorField) ? error : null;
    }

    public List<Node> getNodes() {
        if (nodes == null) {
            nodes = categories.tree().nodes();
        }
        return nodes;
    }

    /** Where it can stand: not below itself. */
    public List<Node> getPlaces() {
        List<Long> itself = getNodes().stream()
                .filter(node -> node.slug().equals(slug))
                .findFirst()
                .map(Node::below)
                .orElse(List.of());
        return getNodes().stream().filter(node -> !itself.contains(node.id())).toList();
    }

    public int used(Node node) {
        if (used == null) {
            used = categories.used();
        }
        return used.getOrDefault(node.id(), 0);
    }

    public boolean isKnown() {
        return slug != null;
    }

    public String getKnownName() {
        return known;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }
}
