package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Incidents from the desk to the page that visitors read, as one tired person sees them on a phone. */
class IncidentsDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 90_000;
    private static final int PHONE = 360;
    private static final String CODE = "NC911";

    private static Chromium chromium;
    private static Site site;
    private static Staff staff;

    @BeforeAll
    static void open() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        chromium = Chromium.start();
        site = Site.shared();
        staff = Staff.of(chromium, site);
    }

    @AfterAll
    static void close() throws IOException {
        if (chromium != null) {
            load("retired-on: 2020-01-01");
            chromium.close();
        }
    }

    @Test
    void aServerThatIsDownIsDeclaredInTwoPressesOnAPhoneAndFollowedToItsEnd() throws IOException {
        load("checks: [ { name: webmail, interval: 5s, failures: 1, http: { url: 'self:/nothing' } } ]");
        String incident;
        String path;
        try (BrowserContext phone = staff.as("EDITOR", PHONE, ColorScheme.DARK, "en")) {
            Page page = phone.newPage();
            page.navigate(staff.address("/admin"));
            String open = "a.button[href='/admin/incident-new?server=" + CODE + "']";
            page.waitForSelector(open, new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
            page.click(open);
            readable(page, "incident-new", PHONE);
            page.click("[id='incident:publish']");

            assertThat(page.locator("h1")).hasText(CODE + ": Does not answer");
            incident = page.url();
            path = "/incidents/" + incident.replaceAll(".*id=", "");
            shows(path, "Investigating", "Major outage", "has not answered our checks");

            page.fill("[id='update:text']", "The disk is *full*.");
            page.click("[id='update:tell']");
            assertThat(page.locator(".thread > li")).hasCount(2);
            shows(path, CODE + ": Update 2", "The disk is <em>full</em>.", CODE + " webmail");
            String told = site.get(path).body();
            assertThat(told.indexOf("id=\"update-2\""))
                    .as("newest first")
                    .isPositive()
                    .isLessThan(told.indexOf("id=\"update-1\""));

            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Resolved"))
                    .check();
            page.fill("[id='update:text']", "It works again.");
            page.click("[id='update:tell']");
            assertThat(page.locator("[id='update:tell']")).hasText("Open it again");
            shows(path, ">Resolved</span>", "Operational");

            page.fill("[id='update:text']", "Not yet.");
            page.click("[id='update:tell']");
            assertThat(page.locator(".thread > li")).hasCount(4);
            shows(path, ">Investigating</span>", "Not yet.");
        }
        everybodyCanRead(incident, path);
        theTimesAreCorrectedAndItEnds(incident, path);
        whoComesSecondIsLedToWhatIsPublished();
    }

    private static void everybodyCanRead(String incident, String path) {
        for (int width : new int[] {1280, PHONE}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "en" : "fr";
                try (BrowserContext browser = staff.as("EDITOR", width, scheme, language)) {
                    Page page = browser.newPage();
                    for (String address : List.of(
                            incident,
                            staff.address("/admin/incidents"),
                            staff.address("/admin/templates?id=2"),
                            staff.address("/admin/proposals"),
                            staff.address(path),
                            staff.address("/history"))) {
                        page.navigate(address);
                        String name = address.replaceAll("https?://[^/]+/|\\?.*|/\\d+$", "")
                                .replace('/', '-');
                        readable(page, name + "-" + scheme.name().toLowerCase() + "-" + language, width);
                    }
                }
            }
        }
    }

    private static void readable(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("incident-%s-%d.png".formatted(name, width))));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " fits " + width)
                .isLessThanOrEqualTo(width);
    }

    private static void theTimesAreCorrectedAndItEnds(String incident, String path) {
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page page = browser.newPage();
            page.navigate(incident);
            page.fill("[id='times:noticed']", "2020-01-02T03:04:05");
            page.click("[id='times:correct']");
            assertThat(page.locator("#noticedError")).containsText("cannot be noticed before it began");
            assertThat(page.locator("[id='times:noticed']")).hasValue("2020-01-02T03:04:05");
            page.fill("[id='times:began']", "2020-01-02T03:00:01");
            page.fill("[id='update:text']", "Half a sentence");
            page.click("[id='times:correct']");
            assertThat(page.locator(".news")).containsText("The times are corrected");
            shows(path, "2 January 2020 03:00:01 +0000");

            assertThat(page.locator("[id='update:text']")).hasValue("Half a sentence");
            page.selectOption("[id='update:template']", new SelectOption().setLabel("Resolved"));
            page.click("[id='update:insert']");
            assertThat(page.locator("[id='update:text']"))
                    .hasValue(Pattern.compile(
                            "Half a sentence\n\nThe problem with NC911 is resolved as of .*", Pattern.DOTALL));
            page.click("[id='update:look']");
            assertThat(page.locator(".preview.feed")).containsText(CODE + ": Update 5");
            page.click("[id='update:tell']");
            assertThat(page.locator("[id='update:tell']")).hasText("Open it again");
        }
        shows(path, ">Resolved</span>");
        shows("/history", "/history/page/2");
        assertThat(site.get("/history/page/9999").statusCode()).isEqualTo(404);
        assertThat(site.get("/incidents/999999").statusCode()).isEqualTo(404);
    }

    private static void whoComesSecondIsLedToWhatIsPublished() {
        String address = staff.address("/admin/incident-new?server=" + CODE);
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page first = browser.newPage();
            first.navigate(address);
            first.fill("[id='incident:title']", "Another trouble");
            first.fill("[id='incident:text']", "We look into it.");
            first.click("[id='incident:keep']");
            first.waitForURL("**/admin/incidents");
            first.navigate(address);
            Page second = browser.newPage();
            second.navigate(address);
            second.fill("[id='incident:text']", "We look into it too.");
            first.click("[id='incident:publish']");
            first.waitForURL("**/admin/incident?id=*");

            second.click("[id='incident:publish']");
            assertThat(second.locator("#already a"))
                    .hasAttribute("href", first.url().replaceAll(".*(/admin/)", "$1"));
            assertThat(second.locator("[id='incident:text']")).hasValue("We look into it too.");
            assertThat(second.locator("[id='incident:publish']")).hasCount(0);

            first.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Resolved"))
                    .check();
            first.fill("[id='update:text']", "It works again.");
            first.click("[id='update:tell']");
            assertThat(first.locator("[id='update:tell']")).hasText("Open it again");
        }
    }

    /** Soon: answers are kept for a second. */
    private static void shows(String path, String... texts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(site.get(path).body()).contains(texts));
    }

    private static void load(String rest) throws IOException {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.url("/api/v1/servers/import"))
                .header("Authorization", "Bearer " + site.token())
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("servers:\n  - { code: " + CODE
                        + ", city: Oslo, country: NO, role: mail-server, visibility: public, " + rest + " }\n"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
