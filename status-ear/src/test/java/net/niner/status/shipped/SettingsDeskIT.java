package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site's settings: in force at once, refused beside their fields, and not overwritten by accident. */
class SettingsDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>alert(1)</script>"
                    + "<circle cx=\"4\" cy=\"4\" r=\"4\" fill=\"#1f5f8b\" onload=\"alert(2)\"/></svg>";

    private static Chromium chromium;
    private static Site site;
    private static Staff staff;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        site = Site.shared();
        staff = Staff.of(chromium, site);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Other tests look at the same site. */
    @AfterEach
    void asItWas() {
        try (BrowserContext owner = staff.owner()) {
            Page page = settings(owner);
            page.fill("#siteName", "NinerNet");
            page.fill("#links", "");
            page.fill("#resources", "");
            page.fill("#linkTargets", "");
            page.fill("#zone1", "");
            page.fill("#accentLight", "#1f5f8b");
            page.fill("#accentDark", "#85bde3");
            for (String language : new String[] {"en", "fr"}) {
                page.setChecked(
                        "#languages input[value=" + language + "]", true, new Page.SetCheckedOptions().setForce(true));
            }
            page.selectOption("#firstLanguage", "en");
            if (page.locator("#removeLogo").count() > 0) {
                Staff.press(page, "#removeLogo");
            }
            save(page);
        }
    }

    @Test
    void whatIsSavedShowsOnThePublicPageAtOnce() {
        try (BrowserContext owner = staff.owner()) {
            Page page = settings(owner);
            page.fill("#siteName", "Réseau <d’essai>");
            page.fill("#zone1", "Africa/Lusaka");
            page.fill("#links", "The company https://niner.example/\nWrite to us mailto:help@niner.example");
            page.fill("#resources", "Is it only me? https://elsewhere.example/?a=1&b=2");
            page.fill("#accentLight", "#7a1f5f");
            save(page);

            assertThat(page.textContent("#messages")).contains("in force now");
            assertThat(page.title()).contains("Réseau <d’essai>");
            await().atMost(AT_ONCE).until(() -> site.get("/").body().contains("Réseau &lt;d’essai&gt;"));
            page.navigate(staff.address("/"));
            assertThat(page.textContent("header.site")).contains("Réseau <d’essai>");
            assertThat(page.textContent("#as-of")).containsPattern("Lusaka .*\\d\\d:\\d\\d");
            assertThat(page.getAttribute("a:has-text('Is it only me?')", "href"))
                    .isEqualTo("https://elsewhere.example/?a=1&b=2");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.elsewhere a')).color"))
                    .isEqualTo("rgb(122, 31, 95)");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "accentLight | #ffff88 | Too faint: it stands out by 1",
                "accentDark | #202020 | Too faint",
                "linkTargets | nonsense | Not of the form host:port: nonsense",
                "zone1 | Mars/Olympus | Mars/Olympus is no place",
                "links | Run javascript:alert(1) | Not an address",
                "links | https://niner.example/ | A label is missing",
                "samplesKeep | 9999 | from one hour to 14 days",
                "siteName | ' ' | must not be empty"
            })
    void whatIsWrongIsSaidBesideItsFieldAndKept(String field, String value, String sentence) {
        try (BrowserContext owner = staff.owner()) {
            Page page = settings(owner);
            page.fill("#resources", "Kept https://kept.example/");
            page.fill("#" + field, value);
            page.click("#save");

            page.waitForSelector("#complaints .complaint");
            assertThat(page.textContent(".field:has(#" + field + ") .error")).contains(sentence);
            assertThat(page.inputValue("#resources")).isEqualTo("Kept https://kept.example/");
            assertThat(page.inputValue("#" + field)).isEqualTo(value);
            // the page came back with it: nothing had to be put back from what the browser keeps
            assertThat(page.textContent("#strip")).isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(site.get("/").body()).doesNotContain("kept.example");
        }
    }

    @Test
    void twoWhoEditAreToldAndKeepWhatTheyTyped() {
        try (BrowserContext owner = staff.owner()) {
            Page mine = settings(owner);
            Page theirs = settings(owner);
            mine.fill("#links", "Mine https://mine.example/");
            mine.fill("#siteName", "Mine");
            theirs.fill("#siteName", "Theirs");
            theirs.fill("#linkTargets", "192.0.2.1:53");
            save(theirs);

            mine.click("#save");
            mine.waitForSelector("#complaints .complaint");

            assertThat(mine.textContent("#complaints"))
                    .contains("somebody else has changed these meanwhile: the name, the targets")
                    .contains("Both of you changed: the name");
            assertThat(mine.inputValue("#siteName")).isEqualTo("Mine");
            assertThat(mine.inputValue("#links")).isEqualTo("Mine https://mine.example/");
            assertThat(mine.inputValue("#linkTargets")).isEqualTo("192.0.2.1:53");
            await().atMost(AT_ONCE).until(() -> site.get("/").body().contains("Theirs"));
            save(mine);
            await().atMost(AT_ONCE).until(() -> site.get("/").body().contains("mine.example"));
        }
    }

    @Test
    void aLogoIsShownFirstAndHoldsNothingButAPicture() {
        try (BrowserContext owner = staff.owner()) {
            Page page = settings(owner);
            page.setInputFiles(
                    "#logo", new FilePayload("logo.svg", "image/svg+xml", SVG.getBytes(StandardCharsets.UTF_8)));
            page.click("#showLogo");
            page.waitForSelector(".logo-preview img");
            assertThat(site.get("/").body()).doesNotContain("class=\"logo\"");
            save(page);
            assertThat(page.evaluate("document.querySelector('.side img.logo').naturalWidth > 0"))
                    .isEqualTo(true);

            Pattern address = Pattern.compile("class=\"logo\" src=\"(/assets/[^\"]+/logo\\.svg)\"");
            await().atMost(AT_ONCE)
                    .until(() -> address.matcher(site.get("/").body()).find());
            Matcher logo = address.matcher(site.get("/").body());
            assertThat(logo.find()).isTrue();
            HttpResponse<String> file = site.get(logo.group(1));
            assertThat(file.body()).contains("<circle").doesNotContain("script", "alert");
            assertThat(file.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
            assertThat(file.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            page.navigate(staff.address("/"));
            assertThat(page.evaluate("document.querySelector('img.logo').naturalWidth > 0"))
                    .isEqualTo(true);
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        try (BrowserContext owner = staff.owner()) {
            Page page = settings(owner);
            page.setInputFiles("#logo", new FilePayload("logo.png", "image/png", new byte[] {1, 2, 3}));
            page.click("#save");

            page.waitForSelector("#complaints .complaint");
            assertThat(page.textContent("fieldset:has(#logo) .error")).contains("neither a PNG nor an SVG");
        }
    }

    @Test
    void visitorsAreOfferedTheLanguagesThatWereChosen() {
        try (BrowserContext owner = staff.owner()) {
            Page page = settings(owner);
            page.setChecked("#languages input[value=en]", false, new Page.SetCheckedOptions().setForce(true));
            page.selectOption("#firstLanguage", "fr");
            save(page);

            await().atMost(AT_ONCE).until(() -> english().body().contains("<html lang=\"fr\""));
            assertThat(site.get("/?lang=en").body())
                    .contains("<html lang=\"fr\"")
                    .doesNotContain("hreflang=\"en\"");
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"1280, LIGHT, en", "1280, DARK, fr", "360, LIGHT, fr", "360, DARK, en"})
    void everybodyCanReadThem(int width, ColorScheme scheme, String language) {
        try (BrowserContext owner = staff.as("OWNER", width, scheme, language)) {
            Page page = settings(owner);
            page.fill("#linkTargets", "nonsense");
            page.click("#save");
            page.waitForSelector("#complaints .complaint");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(
                            "settings-%d-%s.png".formatted(width, scheme.name().toLowerCase()))));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    private static HttpResponse<String> english() {
        return site.send(HttpRequest.newBuilder(site.url("/"))
                .header("Accept-Language", "en")
                .build());
    }

    private static Page settings(BrowserContext browser) {
        Page page = browser.newPage();
        page.navigate(staff.address("/admin/settings"));
        return page;
    }

    private static void save(Page page) {
        Staff.press(page, "#save");
        page.waitForSelector("#messages .news");
    }
}
