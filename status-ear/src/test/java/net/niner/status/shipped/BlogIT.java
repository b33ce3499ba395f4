package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What visitors read beside the front page: posts, lists of them, search, feeds. */
class BlogIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int POSTS = 12;

    private static final String RICH = """
            The disk of the quokka filled up. See [NC902](/systems/NC902).

            #### What happened

            | When | What was seen | Who saw it | Where it is written | What came of it |
            |---|---|---|---|---|
            | 2025-06-11 08:14 | mail deferred | a check | NC902-disk-sda1-of-the-store | nothing was lost |

            ## What we learned

            - Keep `keys` elsewhere
            - Nothing <b onclick="x()">bold</b>

            ```
            connect to mx.example[192.0.2.1]:25: Connection timed out while waiting for the greeting of the server
            ```
            """;

    private static Chromium chromium;
    private static Site site;
    private static String token;
    private static String post;
    private static String withdrawn;

    @BeforeAll
    static void write() throws Exception {
        chromium = Chromium.start();
        site = Site.shared();
        token = token();
        load("{ code: NC902, city: Bergen, country: NO, role: other }");
        for (int i = 1; i < POSTS; i++) {
            publish(Map.of(
                    "title", "Quokka bulletin " + i, "body", "Bulletin number " + i + ".", "tags", List.of("blog it")));
        }
        JsonObject rich = publish(Map.of(
                "title",
                "Délai <b> & quokka",
                "body",
                RICH,
                "tags",
                List.of("blog it", "Élan"),
                "servers",
                List.of("NC902")));
        post = rich.getString("path");
        JsonObject gone = publish(Map.of("title", "Taken back", "body", "Nobody should read this."));
        withdrawn = gone.getString("path");
        change("posts/" + gone.getLong("id") + "/withdraw", gone.getInt("version"), "{\"reason\":\"wrong\"}");
        JsonObject incident = send("incidents", """
                {"title": "Quokka trouble", "text": "It limps.", "impacts": {"NC902": "DEGRADED"}}""");
        change(
                "incidents/" + incident.getLong("id") + "/updates",
                incident.getInt("version"),
                "{\"text\": \"It runs.\", \"state\": \"RESOLVED\", \"impacts\": {}}");
    }

    @AfterAll
    static void close() throws Exception {
        if (chromium != null) {
            load("{ code: NC902, city: Bergen, country: NO, role: other, retired-on: 2020-01-01 }");
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/page/2",
                "POST",
                "MONTH",
                "YEAR",
                "/category/incidents",
                "/tag/blog-it",
                "/tag/blog-it/page/2",
                "/tag/elan",
                "/feed",
                "/feed/atom",
                "/feed.json",
                "/category/incidents/feed",
                "/category/incidents/feed/atom",
                "/category/incidents/feed.json",
                "/tag/blog-it/feed",
                "/tag/blog-it/feed/atom",
                "/tag/blog-it/feed.json",
                "/systems/NC902/feed",
                "/systems/NC902/feed/atom",
                "/systems/NC902/feed.json",
                "/history",
                "/history.rss",
                "/history.atom",
                "/maintenance",
                "/follow-ups",
                "/sitemap.xml",
                "/robots.txt"
            })
    void everyAddressIsThereWithAndWithoutASlash(String address) {
        String path = path(address);
        HttpResponse<String> plain = site.get(path);
        HttpResponse<String> slash = site.get(path.equals("/") ? "/" : path + "/");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(slash.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(plain.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/page/1, /",
        "/tag/blog-it/page/1, /tag/blog-it",
        "/tag/Blog-It, /tag/blog-it",
        "/category/x/incidents, /category/incidents",
        "/page/1?s=quokka, /?s=quokka",
        "/page/1?lang=fr, /?lang=fr"
    })
    void aSecondSpellingLeadsToTheFirst(String address, String target) {
        HttpResponse<String> answer = site.get(address);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2025/07/07/never-written",
                "/1999",
                "/2025/13",
                "/category/none",
                "/tag/none",
                "/tag/blog-it/page/99",
                "/page/99999",
                "/systems/NC999/feed",
                "/?p=999999",
                "/?p=x"
            })
    void whatIsUnknownOffersSearch(String address) {
        HttpResponse<String> answer = site.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is no such page", "name=\"s\"")
                .doesNotContain("rel=\"canonical\"");
    }

    @Test
    void whatWasWithdrawnIsGone() {
        HttpResponse<String> answer = site.get(withdrawn);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("This was taken back").doesNotContain("Nobody should read this");
        assertThat(site.get("/feed").body()).doesNotContain("Nobody should read this");
    }

    @Test
    void aPostIsShownAsItWasWritten() {
        try (BrowserContext visitor = visitor(1280, ColorScheme.LIGHT, "en")) {
            List<Request> requests = new CopyOnWriteArrayList<>();
            Page page = visitor.newPage();
            page.onRequest(requests::add);
            page.navigate(address(post));

            assertThat(page.textContent("h1")).isEqualTo("NC902: Délai <b> & quokka");
            assertThat(page.getAttribute("link[rel=canonical]", "href")).isEqualTo(address(post));
            assertThat(page.getAttribute("meta[property='og:title']", "content"))
                    .isEqualTo("NC902: Délai <b> & quokka");
            assertThat(page.getAttribute(".about a", "href")).isEqualTo("/systems/NC902");
            assertThat(page.getAttribute(".heading time", "title")).isNotBlank();
            assertThat(page.locator(".text b").getAttribute("onclick")).isNull();
            page.click("footer nav a");
            assertThat(page.url()).isEqualTo(address(post + "?lang=fr"));
            page.click(".neighbours a");
            assertThat(page.url()).endsWith("?lang=fr").doesNotContain(post);
            assertThat(requests).hasSizeGreaterThan(3).allMatch(request -> request.url()
                    .startsWith(address("/")));
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @Test
    void aListIsReadPageByPage() {
        String first = site.get("/tag/blog-it").body();
        String second = site.get("/tag/blog-it/page/2").body();

        assertThat(first)
                .contains("Quokka bulletin 3<", "Page 1 of 2", "/tag/blog-it/page/2")
                .doesNotContain("Quokka bulletin 2</a></h2>");
        assertThat(second).contains("Quokka bulletin 2</a></h2>", "Page 2 of 2");
    }

    @Test
    void searchIsReachedByKeyboard() {
        try (BrowserContext visitor = visitor(360, ColorScheme.DARK, "fr")) {
            Page page = visitor.newPage();
            page.navigate(address("/?lang=fr"));
            page.focus("#search");
            page.keyboard().type("quokk dela");
            page.keyboard().press("Enter");
            page.waitForURL("**/?s=quokk+dela&lang=fr");

            assertThat(page.textContent("article h2")).contains("Délai");
            assertThat(page.locator("mark").first().textContent()).isEqualToIgnoringCase("quokka");
            assertThat(page.getAttribute("meta[name=robots]", "content")).contains("noindex");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("fr");
        }
    }

    @Test
    void feedsAreReadBackAndNotSentTwice() throws Exception {
        Element rss = xml(site.get("/tag/blog-it/feed").body());
        Element atom = xml(site.get("/tag/blog-it/feed/atom").body());
        JsonObject json =
                JsonParser.object().from(site.get("/tag/blog-it/feed.json").body());
        JsonObject newest = json.getArray("items").getObject(0);

        assertThat(rss.getElementsByTagName("item").getLength()).isEqualTo(POSTS);
        assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(POSTS);
        assertThat(json.getArray("items")).hasSize(POSTS);
        assertThat(newest.getString("title")).isEqualTo("NC902: Délai <b> & quokka");
        assertThat(newest.getString("url")).isEqualTo(address(post));
        assertThat(newest.getString("content_html"))
                .contains("href=\"" + address("/systems/NC902") + "\"")
                .doesNotContain("onclick");
        assertThat(rss.getElementsByTagName("guid").item(0).getTextContent()).isEqualTo(newest.getString("id"));
        assertThat(site.get("/history.rss").body()).contains("Quokka trouble");
        for (String feed : List.of("/tag/blog-it/feed", "/tag/blog-it/feed/atom", "/tag/blog-it/feed.json")) {
            HttpResponse<String> known = site.get(feed);
            assertThat(again(
                            feed,
                            "If-None-Match",
                            known.headers().firstValue("ETag").orElseThrow()))
                    .isEqualTo(304);
            assertThat(again(
                            feed,
                            "If-Modified-Since",
                            known.headers().firstValue("Last-Modified").orElseThrow()))
                    .isEqualTo(304);
            assertThat(again(feed, "If-Modified-Since", "Mon, 07 Jul 2025 07:12:58 GMT"))
                    .isEqualTo(200);
        }
    }

    @Test
    void searchEnginesAreToldWhatThereIs() throws Exception {
        Element sitemap = xml(site.get("/sitemap.xml").body());

        assertThat(sitemap.getTextContent())
                .contains(address(post), address("/systems/NC902"), address("/tag/blog-it"))
                .doesNotContain(withdrawn);
        assertThat(site.get("/robots.txt").body()).contains("Disallow: /admin", "Sitemap: " + address("/sitemap.xml"));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "post, POST, 1280, LIGHT, en", "post, POST, 360, DARK, fr",
        "post, POST, 1280, DARK, fr", "post, POST, 360, LIGHT, en",
        "month, MONTH, 1280, LIGHT, fr", "month, MONTH, 360, DARK, en",
        "tag, /tag/blog-it/page/2, 1280, DARK, en", "tag, /tag/blog-it/page/2, 360, LIGHT, fr",
        "search, /?s=quokka, 1280, LIGHT, en", "search, /?s=quokka, 360, DARK, fr",
        "search-none, /?s=nothingofthat, 1280, DARK, fr", "search-none, /?s=nothingofthat, 360, LIGHT, en",
        "gone, GONE, 1280, LIGHT, en", "gone, GONE, 360, DARK, fr"
    })
    void everybodyCanReadIt(String name, String address, int width, ColorScheme scheme, String language) {
        try (BrowserContext visitor = visitor(width, scheme, language)) {
            Page page = visitor.newPage();
            page.navigate(address(path(address)));

            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve("blog-%s-%d-%s-%s.png"
                            .formatted(name, width, scheme.name().toLowerCase(), language))));
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    private static String path(String address) {
        return switch (address) {
            case "POST" -> post;
            case "GONE" -> withdrawn;
            case "MONTH" -> post.substring(0, "/2025/07".length());
            case "YEAR" -> post.substring(0, "/2025".length());
            default -> address;
        };
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

    private static int again(String path, String header, String value) {
        return site.send(HttpRequest.newBuilder(site.url(path))
                        .header(header, value)
                        .build())
                .statusCode();
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static JsonObject publish(Map<String, Object> draft) throws Exception {
        JsonObject whole = new JsonObject(draft);
        whole.put("publish", true);
        return send("posts", JsonWriter.string(whole));
    }

    private static JsonObject send(String path, String json) throws Exception {
        return answer(request(path).POST(BodyPublishers.ofString(json)).build(), 201);
    }

    private static JsonObject change(String path, int version, String json) throws Exception {
        HttpResponse<String> answer = site.send(request(path)
                .header("If-Match", "\"" + version + "\"")
                .POST(BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JsonParser.object().from(answer.body());
    }

    private static JsonObject answer(HttpRequest request, int status) throws Exception {
        HttpResponse<String> answer = site.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonParser.object().from(answer.body());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.url("/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** Of the owner, for what the operator's token is not for. */
    private static String token() {
        Staff staff = Staff.of(chromium, site);
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "blog tests");
            for (String permission : List.of("Posts", "Incidents", "Read")) {
                page.getByLabel(permission, new Page.GetByLabelOptions().setExact(true))
                        .check();
            }
            page.click("#make");
            return page.textContent("#secret").strip();
        }
    }

    private static void load(String server) throws Exception {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.url("/api/v1/servers/import"))
                .header("Authorization", "Bearer " + site.token())
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("servers:\n  - " + server + "\n"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
