package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public page as a visitor's browser sees it. */
class AtAGlanceIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PAGE_WEIGHT_LIMIT = 100 * 1024;
    private static final double PATIENCE_MILLIS = 90_000;

    /** The texts that stick out of what holds them, and so cover others. */
    private static final String OUTSIDE_ITS_BOX = """
            [...document.querySelectorAll('table, dt > *, dd, td > *, th > *')]
                .filter(e => e.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right + 1)
                .map(e => e.textContent.trim().slice(0, 40))
            """;

    /** Each row says the longest that the legend knows. */
    private static final String WORST_CASE = """
            for (const kind of ['state', 'ping']) {
                const words = [...document.querySelectorAll('dt .' + kind)];
                const longest = words.sort((a, b) => b.textContent.length - a.textContent.length)[0];
                document.querySelectorAll('td .' + kind).forEach(e => e.replaceWith(longest.cloneNode(true)));
            }
            """;

    private static Chromium chromium;
    private static Site site;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        site = Site.shared();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "home, 1280, LIGHT, en", "home, 1280, DARK, en", "home, 1280, LIGHT, fr", "home, 1280, DARK, fr",
        "home, 360, LIGHT, en", "home, 360, DARK, en", "home, 360, LIGHT, fr", "home, 360, DARK, fr",
        "nothing, 1280, LIGHT, en", "nothing, 360, DARK, fr"
    })
    void everybodyCanReadIt(String name, int width, ColorScheme scheme, String language) {
        try (BrowserContext visitor = visitor(width, scheme, language)) {
            Page page = visitor.newPage();
            page.navigate(address(name.equals("home") ? "/" : "/nothing"));

            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve("%s-%d-%s-%s.png"
                            .formatted(name, width, scheme.name().toLowerCase(), language))));
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            page.evaluate(WORST_CASE);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat(page.evaluate(OUTSIDE_ITS_BOX)).isEqualTo(List.of());
        }
    }

    @Test
    void itIsLightSetsNoCookieAndAsksNobodyElse() {
        try (BrowserContext visitor = visitor(1280, ColorScheme.LIGHT, "en")) {
            List<Request> requests = new CopyOnWriteArrayList<>();
            Page page = visitor.newPage();
            page.onRequest(requests::add);
            page.navigate(address("/"));
            page.waitForLoadState();

            assertThat(requests).hasSizeGreaterThan(3).allMatch(request -> request.url()
                    .startsWith(address("/")));
            assertThat(visitor.cookies()).isEmpty();
            assertThat(requests.stream()
                            .mapToInt(request -> request.sizes().responseBodySize)
                            .sum())
                    .isBetween(1, PAGE_WEIGHT_LIMIT);
        }
    }

    @Test
    void itWorksWithoutScripts() {
        try (BrowserContext visitor = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setLocale("en"))) {
            Page page = visitor.newPage();
            page.navigate(address("/"));

            assertThat(page.textContent("h1")).isNotBlank();
            assertThat(page.textContent("#NC036")).contains("Mail server", "Amsterdam, Netherlands", "Operational");
        }
    }

    @Test
    void theFirstTabSkipsToTheContent() {
        try (BrowserContext visitor = visitor(1280, ColorScheme.LIGHT, "en")) {
            Page page = visitor.newPage();
            page.navigate(address("/"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
        }
    }

    @Test
    void aChangeShowsWithoutAReloadAndIsAnnounced() throws IOException {
        load("{ code: NC900, city: Oslo, country: NO, role: other }");
        try (BrowserContext visitor = visitor(1280, ColorScheme.LIGHT, "en")) {
            Page page = visitor.newPage();
            page.navigate(address("/"));
            assertThat(page.textContent("#NC900")).contains("Operational");
            page.evaluate("window.neverReloaded = true");
            page.keyboard().press("Tab");

            load("{ code: NC900, city: Bergen, country: NO, role: other, visibility: internal }");

            page.waitForSelector(
                    "#NC900:has-text('Bergen')", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.textContent("#announcer")).isEqualTo("NC900: Internal, ping unknown.");
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        }
    }

    @Test
    void aSiteOutOfReachIsSaidOnThePage() {
        try (BrowserContext visitor = visitor(1280, ColorScheme.LIGHT, "en")) {
            Page page = visitor.newPage();
            page.navigate(address("/"));
            visitor.setOffline(true);
            page.waitForSelector("#live.lost", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
            visitor.setOffline(false);

            page.waitForSelector("#live:not(.lost)", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.textContent("#announcer")).isEqualTo("The status site can be reached again.");
        }
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        try (BrowserContext visitor = visitor(1280, ColorScheme.LIGHT, "en")) {
            Page page = visitor.newPage();
            Response asset = page.waitForResponse(
                    response -> response.url().endsWith("/site.css"), () -> page.navigate(address("/")));

            assertThat(asset.headers().get("cache-control")).contains("immutable");
        }
        AtomicReference<HttpResponse<String>> last = new AtomicReference<>(site.get("/?lang=fr"));
        assertThat(last.get().headers().firstValue("Cache-Control")).hasValue("no-cache");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> last.updateAndGet(AtAGlanceIT::again).statusCode() == 304);
        assertThat(last.get().body()).isEmpty();
    }

    /** Asks for the page once more, knowing an answer: it is another one only if the page changed in between. */
    private static HttpResponse<String> again(HttpResponse<String> known) {
        String etag = known.headers().firstValue("ETag").orElseThrow();
        return site.send(HttpRequest.newBuilder(site.url("/?lang=fr"))
                .header("If-None-Match", "\"unknown\", " + etag)
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/faces/index, 404",
        "/WEB-INF/error.xhtml, 404",
        "/;x=1, 404",
        "//, 404",
        "/foo.xhtml, 404",
        "/index.xhtml, 404",
        "/webjars/flag-icons/7.5.0/flags/4x3/nl.svg, 404"
    })
    void whatIsNoPageSaysSoAndNoMore(String path, int status) {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("There is no such page").doesNotContainIgnoringCase("payara");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aPageIsOnlyRead() {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.url("/"))
                .POST(BodyPublishers.ofString("x=1"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?jakarta.faces.partial.ajax=true&jakarta.faces.partial.render=@all",
                "/?jakarta.faces.ViewState=x"
            })
    void whatOneVisitorSendsDoesNotDecideWhatOthersGet(String path) {
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            HttpResponse<String> sly = site.send(HttpRequest.newBuilder(site.url(path))
                    .header("Faces-Request", "partial/ajax")
                    .build());
            assertThat(sly.body()).startsWith("<!DOCTYPE html>").contains("</html>");
            assertThat(site.get("/").body()).startsWith("<!DOCTYPE html>").contains("</html>");
        });
    }

    private static BrowserContext visitor(int width, ColorScheme scheme, String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme)
                        .setLocale(language));
    }

    private static String address(String path) {
        return site.url(path).toString();
    }

    /** Brings one server to what the line says. */
    private static void load(String server) throws IOException {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.url("/api/v1/servers/import"))
                .header("Authorization", "Bearer " + site.token())
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("servers:\n  - " + server + "\n"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
