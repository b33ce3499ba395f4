package net.niner.status.web.post;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import net.niner.status.platform.Page;
import net.niner.status.post.Categories;
import net.niner.status.post.CategoryTree;
import net.niner.status.post.PostFilter;
import net.niner.status.post.PostFilter.Sort;
import net.niner.status.post.PostLine;
import net.niner.status.post.PostList;
import net.niner.status.post.PostState;
import net.niner.status.server.Servers;
import net.niner.status.web.platform.faces.Lines;

/** All posts, in any state: what is not out yet stands first. */
@Named
@ViewScoped
public class PostsPage implements Serializable {

    private static final long serialVersionUID = 1;

    @Inject
    private transient PostList list;

    @Inject
    private transient Categories categories;

    @Inject
    private transient Servers servers;

    private String text;
    private PostState state;
    private String category;
    private String server;
    private final Lines<PostLine, Sort> lines = new Lines<>(Sort.STATE, this::page, PostLine::id);

    private Page<PostLine> page(Sort sort, boolean ascending, int first, int most) {
        return list.page(new PostFilter(text, state, shelves(), server), sort, ascending, first, most);
    }

    private List<Long> shelves() {
        return category == null
                ? List.of()
                : categories.tree().find(category).map(CategoryTree.Node::below).orElse(List.of());
    }

    public Lines<PostLine, Sort> getLines() {
        return lines;
    }

    public PostState[] getStates() {
        return PostState.values();
    }

    public List<CategoryTree.Node> getCategories() {
        return categories.tree().nodes();
    }

    public List<String> getServers() {
        return servers.codes();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null || text.isBlank() ? null : text;
    }

    public PostState getState() {
        return state;
    }

    public void setState(PostState state) {
        this.state = state;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getServer() {
        return server;
    }

    public void setServer(String server) {
        this.server = server;
    }
}
