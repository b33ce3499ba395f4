package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.niner.status.platform.Page;
import net.niner.status.post.Post;
import net.niner.status.post.PublishedPosts;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** Posts, latest first, a page at a time: all of them, those of some days, of a category or of a tag. */
@Named
@RequestScoped
public class ArticleList {

    /** The front page has the first ones of all posts, so that {@code /page/2} begins where it ends. */
    static final int MOST = 10;

    @EJB
    private PublishedPosts posts;

    @Inject
    private Subjects subjects;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    private Subject subject;
    private Pager pager;
    private List<Article> articles = List.of();

    /** For the page, before anything of it is shown. */
    public void find() {
        pager = new Pager(address, visitor, 0, MOST);
        Optional<Subject> wanted = subjects.of(address);
        if (wanted.isEmpty()) {
            atAnotherCase().ifPresentOrElse(Missing::moved, Missing::answer);
        } else if (pager.isFirstByNumber() || !wanted.get().path().equals(pager.base())) {
            Missing.moved(pager.at(wanted.get().path(), address.page()));
        } else {
            show(wanted.get());
        }
    }

    private void show(Subject wanted) {
        Page<Post> page = wanted.posts(posts, (address.page() - 1) * MOST, MOST);
        if (page.rows().isEmpty() && (address.page() > 1 || !wanted.lasting())) {
            Missing.answer();
            return;
        }
        subject = wanted;
        pager = new Pager(address, visitor, page.total(), MOST);
        articles = page.rows().stream().map(post -> Article.of(post, visitor)).toList();
    }

    private Optional<String> atAnotherCase() {
        String lower = address.path().toLowerCase(Locale.ROOT);
        return lower.equals(address.path())
                ? Optional.empty()
                : subjects.of(lower(address)).map(Subject::path);
    }

    private static Address lower(Address asked) {
        return asked.with(part -> part.toLowerCase(Locale.ROOT));
    }

    public String getTitle() {
        return subject == null ? "" : subject.title();
    }

    /** What the list is of, for the title of the window. */
    public String getWindowTitle() {
        return pager.getNumber() > 1 ? visitor.format("blog.window", getTitle(), pager.getNumber()) : getTitle();
    }

    public List<Article> getArticles() {
        return articles;
    }

    public Pager getPager() {
        return pager;
    }

    /** The address of the feed of these posts, null where there is none. */
    public String getFeed() {
        return subject == null || !subject.lasting()
                ? null
                : subject.path().equals("/") ? "/feed" : subject.path() + "/feed";
    }
}
