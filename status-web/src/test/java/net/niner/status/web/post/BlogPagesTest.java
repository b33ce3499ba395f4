package net.niner.status.web.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import net.niner.status.web.platform.PublicPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that are out in the world. */
class BlogPagesTest {

    private final List<PublicPage> pages = new BlogPages().pages();

    @ParameterizedTest
    @CsvSource({
        "/page/2, posts.xhtml, page=2",
        "/2025/07/07/the-slug, post.xhtml, ",
        "/2025/07/07/d%c3%a9lai, post.xhtml, ",
        "/2025, posts.xhtml, year=2025",
        "/2025/07, posts.xhtml, year=2025 month=07",
        "/2025/07/page/3, posts.xhtml, year=2025 month=07 page=3",
        "/2025/07/07, posts.xhtml, year=2025 month=07 day=07",
        "/2025/07/07/page/2, posts.xhtml, year=2025 month=07 day=07 page=2",
        "/category/incidents, posts.xhtml, category=incidents",
        "/category/incidents/page/2, posts.xhtml, category=incidents page=2",
        "/category/incidents/mail, posts.xhtml, category=incidents/mail",
        "/category/incidents/mail/page/12, posts.xhtml, category=incidents/mail page=12",
        "/tag/down-time, posts.xhtml, tag=down-time",
        "/tag/down-time/page/2, posts.xhtml, tag=down-time page=2"
    })
    void aPageIsFoundWithItsParts(String path, String view, String parts) {
        PublicPage page = first(path);

        assertThat(page.view()).isEqualTo("/WEB-INF/public/" + view);
        Matcher matcher = page.pattern().matcher(path);
        assertThat(matcher.matches()).isTrue();
        expected(parts)
                .forEach((group, value) -> assertThat(matcher.group(group)).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed",
                "/feed/rss2",
                "/feed/atom",
                "/feed.json",
                "/category/incidents/feed",
                "/category/incidents/mail/feed/atom",
                "/category/incidents/feed.json",
                "/tag/down-time/feed",
                "/tag/down-time/feed/atom",
                "/systems/NC036/feed",
                "/systems/NC036/feed.json",
                "/history.rss",
                "/history.atom",
                "/sitemap.xml",
                "/robots.txt"
            })
    void aFeedIsMadeWithoutAPage(String path) {
        assertThat(first(path).making()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/20255",
                "/2025/7",
                "/2025/07/07/slug/more",
                "/category",
                "/category/",
                "/tag/a/b",
                "/page",
                "/page/0x",
                "/page/1234567",
                "/systems/nc036/feed",
                "/systems/NC036",
                "/feedatom",
                "/historyXrss",
                "/admin"
            })
    void whatIsNoneOfThemIsLeftAlone(String path) {
        assertThat(pages)
                .noneMatch(page ->
                        page.parameter() == null && page.pattern().matcher(path).matches());
    }

    @Test
    void searchAndOldNumbersAreAskedForOnTheFrontPage() {
        assertThat(pages.stream()
                        .filter(page -> page.pattern().matcher("/").matches())
                        .map(PublicPage::parameter))
                .containsExactlyInAnyOrder("s", "p");
        assertThat(pages.stream()
                        .filter(page -> page.pattern().matcher("/page/2").matches())
                        .map(PublicPage::parameter))
                .containsExactlyInAnyOrder("s", null);
    }

    private PublicPage first(String path) {
        return pages.stream()
                .filter(page ->
                        page.parameter() == null && page.pattern().matcher(path).matches())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> expected(String parts) {
        return parts == null
                ? Map.of()
                : List.of(parts.split(" ")).stream()
                        .map(part -> part.split("="))
                        .collect(java.util.stream.Collectors.toMap(part -> part[0], part -> part[1]));
    }
}
