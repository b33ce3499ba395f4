package net.niner.status.web.post;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import net.niner.status.platform.Page;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
import net.niner.status.web.platform.Visitor;

/** The posts on the front page. */
@Named
@RequestScoped
public class LatestArticles {

    @EJB
    private PublishedPosts posts;

    @Inject
    private Visitor visitor;

    private List<Article> articles;
    private boolean more;

    @PostConstruct
    void read() {
        Page<Post> page = posts.latest(0, ArticleList.MOST);
        articles = page.rows().stream().map(post -> Article.of(post, visitor)).toList();
        more = page.total() > ArticleList.MOST;
    }

    public List<Article> getArticles() {
        return articles;
    }

    /** The address of the next ones, null if there are none. */
    public String getOlder() {
        return more ? visitor.link("/page/2") : null;
    }
}
