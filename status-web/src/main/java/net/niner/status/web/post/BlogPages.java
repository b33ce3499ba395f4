package net.niner.status.web.post;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.web.platform.PublicPage;
import net.niner.status.web.platform.PublicPages;

/** The addresses of posts, of lists of them and of their feeds: those that the company's blog had, and more. */
@ApplicationScoped
public class BlogPages implements PublicPages {

    private static final String LIST = "/WEB-INF/public/posts.xhtml";

    static final String PAGE = "(?:/page/(?<page>\\d{1,6}))?";
    static final String CATEGORY = "/category/(?<category>[^/]+(?:/[^/]+)*?)";
    static final String TAG = "/tag/(?<tag>[^/]+)";
    static final String SERVER = "/systems/(?<server>[A-Z0-9-]{1,20})";
    static final String DATE = "/(?<year>\\d{4})(?:/(?<month>\\d{2})(?:/(?<day>\\d{2}))?)?";
    static final String POST = "/\\d{4}/\\d{2}/\\d{2}/(?!page/)[^/]+";
    static final String FRONT = "(?:/|/page/(?<page>\\d{1,6}))";

    @Inject
    private Feeds feeds;

    @Inject
    private Sitemap sitemap;

    @Override
    public List<PublicPage> pages() {
        return Stream.of(feeds(), lists(), files()).flatMap(List::stream).toList();
    }

    private List<PublicPage> feeds() {
        return Stream.of("", CATEGORY, TAG, SERVER)
                .flatMap(scope -> Stream.of(
                        PublicPage.made(scope + "/feed(?:/(?:rss|rss2))?", address -> feeds.rss(address)),
                        PublicPage.made(scope + "/feed/atom", address -> feeds.atom(address)),
                        PublicPage.made(scope + "/feed(?:\\.|/)json", address -> feeds.json(address))))
                .toList();
    }

    private List<PublicPage> lists() {
        return List.of(
                PublicPage.of(FRONT, "/WEB-INF/public/search.xhtml").asking("s"),
                PublicPage.of("/", "/WEB-INF/public/imported.xhtml").asking("p"),
                PublicPage.of("/page/(?<page>\\d{1,6})", LIST),
                PublicPage.of(POST, "/WEB-INF/public/post.xhtml"),
                PublicPage.of(DATE + PAGE, LIST),
                PublicPage.of(CATEGORY + PAGE, LIST),
                PublicPage.of(TAG + PAGE, LIST));
    }

    private List<PublicPage> files() {
        return List.of(
                PublicPage.made("/history\\.rss", address -> feeds.incidentsRss(address)),
                PublicPage.made("/history\\.atom", address -> feeds.incidentsAtom(address)),
                PublicPage.made("/sitemap\\.xml", address -> sitemap.list(address)),
                PublicPage.made("/robots\\.txt", address -> sitemap.robots(address)));
    }
}
