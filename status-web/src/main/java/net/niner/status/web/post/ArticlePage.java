package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.post.Post;
import net.niner.status.post.PostLink;
import net.niner.status.post.PostLinks;
import net.niner.status.post.PostState;
import net.niner.status.post.PublishedPosts;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** A post at its permalink, and those before and after it. */
@Named
@RequestScoped
public class ArticlePage {

    @EJB
    private PublishedPosts posts;

    @EJB
    private PostLinks links;

    @Inject
    private Bodies bodies;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    private Post post;
    private Article article;
    private Label older;
    private Label newer;

    /** For the page, before anything of it is shown. */
    public void find() {
        post = at(address.path()).orElse(null);
        if (post == null) {
            atAnotherCase().ifPresentOrElse(Missing::moved, Missing::answer);
        } else if (post.state() == PostState.WITHDRAWN) {
            post = null;
            Missing.gone();
        } else if (post.state() != PostState.PUBLISHED) {
            post = null;
            Missing.answer();
        } else {
            show();
        }
    }

    private void show() {
        article = Article.of(post, visitor);
        older = links.before(post.id(), article.published().at())
                .map(this::label)
                .orElse(null);
        newer = links.after(post.id(), article.published().at())
                .map(this::label)
                .orElse(null);
    }

    private Optional<Post> at(String path) {
        return Paths.spellings(path).stream()
                .flatMap(spelling -> posts.at(spelling).stream())
                .findFirst();
    }

    private Optional<String> atAnotherCase() {
        String lower = address.path().toLowerCase(Locale.ROOT);
        return lower.equals(address.path())
                ? Optional.empty()
                : at(lower).flatMap(Post::path).map(Paths::href);
    }

    /** Null where there is nothing to show. */
    public Article getArticle() {
        return article;
    }

    public String getBody() {
        return bodies.forPage(post.html());
    }

    /** Where others should find it. */
    public String getCanonical() {
        return visitor.absolute(article.href());
    }

    /** The post before it, null for the first. */
    public Label getOlder() {
        return older;
    }

    /** The post after it, null for the last. */
    public Label getNewer() {
        return newer;
    }

    private Label label(PostLink link) {
        return new Label(link.title(), visitor.link(Paths.href(link.path())));
    }
}
