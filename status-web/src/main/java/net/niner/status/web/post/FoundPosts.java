package net.niner.status.web.post;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import net.niner.status.platform.Page;
import net.niner.status.post.PostSearch;
import net.niner.status.post.PostSearch.Hit;
import net.niner.status.post.PostSearch.Piece;
import net.niner.status.web.platform.Address;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;
import net.niner.status.web.platform.faces.Missing;

/** The page at {@code /?s=words}. */
@Named
@RequestScoped
public class FoundPosts {

    @EJB
    private PostSearch search;

    @Inject
    private Address address;

    @Inject
    private Visitor visitor;

    private List<Found> found = List.of();
    private Pager pager;

    /** A post that was found, and where the words are in it. */
    public record Found(String title, String href, Moment published, List<Piece> excerpt) {}

    /** For the page, before anything of it is shown. */
    public void look() {
        pager = new Pager(address, visitor, 0, ArticleList.MOST);
        if (pager.isFirstByNumber()) {
            Missing.moved(address.whole().replaceFirst("^/page/\\d+", "/"));
            return;
        }
        if (getWords().isEmpty()) {
            return;
        }
        Page<Hit> page = search.find(getWords(), (address.page() - 1) * ArticleList.MOST, ArticleList.MOST);
        if (page.rows().isEmpty() && address.page() > 1) {
            Missing.answer();
        }
        found = page.rows().stream().map(this::found).toList();
        pager = new Pager(address, visitor, page.total(), ArticleList.MOST);
    }

    private Found found(Hit hit) {
        return new Found(
                hit.title(), visitor.link(Paths.href(hit.path())), visitor.moment(hit.publishedAt()), hit.excerpt());
    }

    /** What is looked for. */
    public String getWords() {
        return address.part("s").orElse("");
    }

    public List<Found> getFound() {
        return found;
    }

    public Pager getPager() {
        return pager;
    }

    /** What came of it, in a sentence. */
    public String getSummary() {
        return getWords().isEmpty()
                ? visitor.text("blog.search.empty")
                : visitor.format("blog.search.found", pager.getTotal(), getWords());
    }
}
