package net.niner.status.web.post;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.niner.status.post.Post;
import net.niner.status.post.PostDraft;
import net.niner.status.post.PostFormat;
import net.niner.status.post.Title;

/** What stands in the fields of the editor. */
public class PostForm implements Serializable {

    private static final long serialVersionUID = 1;

    private String title;
    private PostFormat format = PostFormat.MARKDOWN;
    private String body;
    private List<String> servers = new ArrayList<>();
    private List<String> categories = new ArrayList<>();
    private String tags;

    static PostForm of(Post post) {
        PostDraft said = PostDraft.of(post);
        PostForm form = new PostForm();
        form.title = said.title();
        form.format = said.format();
        form.body = said.body();
        form.servers = new ArrayList<>(said.servers());
        form.categories = new ArrayList<>(said.categories());
        form.tags = String.join(", ", said.tags());
        return form;
    }

    PostDraft draft() {
        return new PostDraft(
                title,
                format,
                // browsers end lines as mail does, whatever they were given
                body == null ? "" : body.replace("\r\n", "\n"),
                new LinkedHashSet<>(servers),
                new LinkedHashSet<>(categories),
                words());
    }

    private Set<String> words() {
        return tags == null
                ? Set.of()
                : Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As it would be published. */
    String wholeTitle(List<String> codes) {
        return Title.of(codes, title == null ? "" : title.strip());
    }

    /** @param otherwise what is said where it becomes more than is kept */
    String html(String otherwise) {
        return format.preview(body, otherwise);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public PostFormat getFormat() {
        return format;
    }

    public void setFormat(PostFormat format) {
        this.format = format;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public List<String> getServers() {
        return servers;
    }

    public void setServers(List<String> servers) {
        this.servers = servers;
    }

    public List<String> getCategories() {
        return categories;
    }

    public void setCategories(List<String> categories) {
        this.categories = categories;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }
}
