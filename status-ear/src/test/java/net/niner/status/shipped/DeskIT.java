package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The frame of the back office and its first page, as a browser sees them when things go wrong. On a site of its own: the desk shows all that is wrong anywhere. */
class DeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 90_000;
    private static final String TROUBLE = "NC901";

    /** Scripts without a nonce and attributes that hold scripts: what the policy would refuse to run. */
    private static final String INLINE = """
            [...document.querySelectorAll('*')]
                .filter(e => e.tagName === 'SCRIPT' && !e.src && !e.nonce || [...e.attributes].some(a => a.name.startsWith('on')))
                .map(e => e.outerHTML.slice(0, 120))
            """;

    /** Sends the same press twice, as a browser that never got the first answer does. */
    private static final String SENT_TWICE = """
            async () => {
                const form = document.getElementById('create');
                const send = () => {
                    const data = new URLSearchParams(new FormData(form));
                    data.set('status.attempt', 'the-same-press-twice');
                    data.set('make', '');
                    return fetch(form.action, { method: 'POST', body: data });
                };
                const answers = [await send(), await send()];
                return answers.map(answer => `${answer.status} ${answer.redirected}`).join(', ');
            }
            """;

    @TempDir
    private static Path data;

    private static Chromium chromium;
    private static Site site;
    private static Staff staff;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        site = Site.start(data);
        staff = Staff.of(chromium, site);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    void onlyScriptsOfOursRunAndNothingIsKept() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            Response desk = page.navigate(staff.address("/admin"));

            assertThat(desk.headersArray().stream().filter(h -> h.name.equalsIgnoreCase("Content-Security-Policy")))
                    .singleElement()
                    .satisfies(policy -> assertThat(policy.value)
                            .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self' 'nonce-")
                            .doesNotContainPattern("script-src[^;]*unsafe"));
            assertThat(desk.headerValue("Cache-Control")).isEqualTo("no-store");
            assertThat(page.evaluate(INLINE)).isEqualTo(List.of());
            assertThat(page.locator("link[href^='http'], script[src^='http']").count())
                    .isZero();
            assertThat(site.get("/").body()).doesNotContain("nonce", "primefaces");
        }
    }

    @Test
    void whatGoesWrongComesFirstWithoutAReload() throws IOException {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin"));
            page.evaluate("window.neverReloaded = true");

            load("{ code: NC901, city: Oslo, country: NO, role: mail-server, visibility: internal, checks: "
                    + "[ { name: webmail, interval: 5s, failures: 1, http: { url: 'self:/nothing' } } ] }");

            page.waitForSelector(".card.now:has-text('NC901')", patience());
            assertThat(page.textContent(".card.now")).contains("mail server", "Oslo", "webmail");
            assertThat(page.textContent("#announcer")).contains(TROUBLE);
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            everybodyCanReadTheTrouble();
        } finally {
            load(
                    "{ code: NC901, city: Oslo, country: NO, role: mail-server, visibility: internal, retired-on: 2020-01-01 }");
        }
    }

    private static void everybodyCanReadTheTrouble() {
        for (int width : new int[] {1280, 360}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "en" : "fr";
                try (BrowserContext owner = staff.as("OWNER", width, scheme, language)) {
                    Page page = owner.newPage();
                    page.navigate(staff.address("/admin"));
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SCREENSHOTS.resolve("desk-trouble-%d-%s-%s.png"
                                    .formatted(width, scheme.name().toLowerCase(), language))));
                    assertThat(page.locator(".card.now").count()).isEqualTo(1);
                    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .isEqualTo(width);
                }
            }
        }
    }

    @Test
    void aSiteOutOfReachIsSaidAndWhatWasTypedStays() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "typed before the network went");
            owner.setOffline(true);
            page.click("#make");

            page.waitForSelector("#strip.lost", patience());
            assertThat(page.inputValue("#name")).isEqualTo("typed before the network went");
            owner.setOffline(false);
            page.waitForSelector("#strip.back", patience());
            assertThat(page.inputValue("#name")).isEqualTo("typed before the network went");
        }
    }

    @Test
    void theDeskSaysThatTheSessionHasEndedAndLeadsBack() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin"));
            owner.clearCookies();

            page.waitForSelector("#strip.ended", patience());
            assertThat(page.getAttribute("#strip a", "href")).isEqualTo("/admin/sign-in?to=%2Fadmin");
        }
    }

    @Test
    void whatWasTypedOutlivesTheSessionButNoPasswordDoes() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "typed before the session ended");
            page.evaluate("""
                    const secret = document.createElement('input');
                    secret.type = 'password';
                    secret.name = 'secret';
                    document.getElementById('create').append(secret);
                    """);
            page.fill("#create [name=secret]", "never kept");
            List<Cookie> cookies = owner.cookies();
            owner.clearCookies();
            page.click("#make");
            page.waitForURL("**/admin/sign-in**");

            owner.addCookies(cookies);
            page.navigate(staff.address("/admin/tokens"));
            page.waitForSelector("#strip.restored");
            assertThat(page.inputValue("#name")).isEqualTo("typed before the session ended");
            assertThat(page.evaluate("JSON.stringify(sessionStorage)").toString())
                    .doesNotContain("never kept");
        }
    }

    @Test
    void aPageThatWaitedTooLongSaysSoAndKeepsWhatWasTyped() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "typed long ago");
            forget(owner, cookie -> cookie.name.equals("desk"));
            page.click("#make");

            page.waitForSelector(".complaint:has-text('waited too long')");
            assertThat(page.inputValue("#name")).isEqualTo("typed long ago");
        }
    }

    @Test
    void aDoubleClickActsOnce() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "clicked twice");
            page.check("#permissions input >> nth=0");
            page.dblclick("#make");

            page.waitForSelector("#secret");
            assertThat(page.inputValue("#name")).isEmpty();
            assertThat(tokens(page, "clicked twice").count()).isEqualTo(1);
            page.navigate(staff.address("/admin/tokens"));
            assertThat(tokens(page, "clicked twice").count()).isEqualTo(1);
            assertThat(page.inputValue("#name")).isEmpty();
        }
    }

    @Test
    void aDoubleClickAtTheDoorIsSentOnce() {
        try (BrowserContext browser = staff.nobody()) {
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/sign-in"));
            List<String> sent = new CopyOnWriteArrayList<>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request.url());
                }
            });
            page.fill("#email", "nobody@niner.example");
            page.fill("#password", "not the password of anybody");
            page.dblclick("#go");

            page.waitForSelector(".complaint");
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void aFileCanBeTakenAgainAtOnce() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/audit"));
            for (int i = 0; i < 2; i++) {
                Download file = page.waitForDownload(() -> page.click("#csv"));
                assertThat(file.suggestedFilename()).endsWith(".csv");
            }
            page.click("#verify");
            page.waitForSelector("#verdict");
        }
    }

    @Test
    void aRefreshLeavesTheReaderWhereTheyAre() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.setViewportSize(1280, 300);
            page.navigate(staff.address("/admin"));
            page.focus("#desk a[href='/admin/jobs'] >> nth=-1");
            page.evaluate("""
                    const said = document.createElement('p');
                    said.className = 'news';
                    said.textContent = 'said to a person';
                    document.getElementById('messages').append(said);
                    document.getElementById('desk').firstElementChild.id = 'as-it-was';
                    window.scrollTo(0, 120);
                    """);
            page.waitForCondition(
                    () -> page.locator("#as-it-was").count() == 0,
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));

            assertThat(page.locator("#messages .news").count()).isEqualTo(1);
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("/admin/jobs");
            assertThat(((Number) page.evaluate("window.scrollY")).intValue()).isBetween(110, 130);
        }
    }

    @Test
    void aPressThatArrivesTwiceIsDoneOnce() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "sent twice");
            page.check("#permissions input >> nth=0");

            assertThat(page.evaluate(SENT_TWICE)).isEqualTo("200 false, 200 true");
            page.evaluate("sessionStorage.clear()");
            page.onDialog(dialog -> dialog.accept());
            page.navigate(staff.address("/admin/tokens"));
            assertThat(tokens(page, "sent twice").count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aFormThatIsTooLargeIsRefused(String type) {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.url("/admin/sign-in"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("x=" + "1".repeat(2 * 1024 * 1024)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too large");
    }

    @ParameterizedTest
    @CsvSource({"/admin.xhtml, 404", "/admin/help.xhtml, 404", "/admin/, 301", "/admin, 302"})
    void aPageHasOneAddress(String path, int status) {
        assertThat(site.get(path).statusCode()).isEqualTo(status);
    }

    private static Locator tokens(Page page, String name) {
        return page.locator("#tokens tr:has-text('" + name + "')");
    }

    private static void forget(BrowserContext browser, Predicate<Cookie> which) {
        List<Cookie> kept = browser.cookies().stream().filter(which.negate()).toList();
        browser.clearCookies();
        browser.addCookies(kept);
    }

    private static Page.WaitForSelectorOptions patience() {
        return new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS);
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
