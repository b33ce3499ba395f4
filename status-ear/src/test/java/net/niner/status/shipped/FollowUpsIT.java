package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A post-mortem and its promises: written by an editor, published, kept and read by everybody. */
class FollowUpsIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String CODE = "NC912";

    private static Chromium chromium;
    private static Site site;
    private static Staff staff;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        site = Site.shared();
        staff = Staff.of(chromium, site);
        load("");
    }

    @AfterAll
    static void close() throws IOException {
        if (chromium != null) {
            load(", retired-on: 2020-01-01");
            chromium.close();
        }
    }

    @Test
    void whatWasLearnedIsPublishedAndWhatWasPromisedIsKept() {
        Map<String, String> pages = new LinkedHashMap<>();
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page page = browser.newPage();
            String incident = incident(page);
            page.navigate(staff.address("/admin/post-mortems"));
            page.click("a[href='/admin/post-mortem?incident=" + incident + "']");
            assertThat(page.locator("[id='pm:timeline:0:text']")).hasValue("The incident began");
            somebodysErrorIsNoCause(page);
            write(page);

            page.click("[id='pm:preview']");
            String preview = page.locator("#previewBody").innerHTML().strip();
            assertThat(preview).contains("Logs were not rotated", "Nothing watched the disk", "1 January 2020");
            page.click("[id='pm:publish']");
            Staff.press(page, ".ui-confirmdialog-yes");
            assertThat(page.locator(".said .news")).hasText("The post-mortem is published.");
            pages.put("post-mortem", page.url());
            String post = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The post"))
                    .getAttribute("href");
            assertThat(words(site.get(post).body())).contains(words(preview));
            assertThat(site.get("/category/post-mortems").body()).contains(post);
            theLedgerShowsIt(browser.newPage(), post);
            theBoardMovesIt(page);
            pages.put(
                    "follow-up",
                    page.locator(".promise", named("every quarter"))
                            .locator("a")
                            .first()
                            .getAttribute("href"));
        }
        pages.put("post-mortems", "/admin/post-mortems");
        pages.put("follow-ups", "/admin/follow-ups");
        pages.put("ledger", "/follow-ups");
        everybodyCanRead(pages);
    }

    /** Without the tags: around a table, the page of a post adds a region that can be scrolled. */
    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String incident(Page page) {
        page.navigate(staff.address("/admin/incident-new?server=" + CODE));
        page.fill("[id='incident:title']", "Mail stands still");
        page.fill("[id='incident:text']", "We look into it.");
        page.locator(".pick select").first().selectOption("DEGRADED");
        Staff.press(page, "[id='incident:publish']");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Resolved"))
                .check();
        page.fill("[id='update:text']", "It works again.");
        Staff.press(page, "[id='update:tell']");
        assertThat(page.locator("[id='update:tell']")).hasText("Open it again");
        return page.url().replaceAll(".*id=(\\d+).*", "$1");
    }

    private static void somebodysErrorIsNoCause(Page page) {
        page.fill("[id='pm:summary']", "Mail waited for **three** hours.");
        page.fill("[id='pm:causes:0:text']", "It was a human error.");
        Staff.press(page, "[id='pm:save']");
        assertThat(page.locator("#cause0Error")).containsText("What made the error possible");
        assertThat(page.locator("[id='pm:summary']")).hasValue("Mail waited for **three** hours.");
    }

    private static void write(Page page) {
        page.fill("[id='pm:causes:0:text']", "Logs were not rotated");
        page.click("[id='pm:addCause']");
        page.fill("[id='pm:causes:2:text']", "Nothing watched the disk");
        page.fill("[id='pm:lessons:0:text']", "Watch every disk");
        page.fill("[id='pm:lessons:0:promise']", "Watch the disks of all servers");
        page.fill("[id='pm:lessons:0:owner']", "Operations");
        page.fill("[id='pm:lessons:0:due']", "2020-01-01");
        page.click("[id='pm:addLesson']");
        page.fill("[id='pm:lessons:1:text']", "Train together");
        page.fill("[id='pm:lessons:1:promise']", "Practise a restore every quarter");
        page.fill("[id='pm:lessons:1:owner']", "Everybody");
    }

    private static void theLedgerShowsIt(Page page, String post) {
        page.navigate(staff.address("/follow-ups"));
        Locator late = page.locator(".promise.OVERDUE", named("Watch the disks"));
        assertThat(late).containsText("Operations");
        assertThat(late).containsText("1 January 2020");
        assertThat(late.locator(".standing.OVERDUE")).hasText("Overdue");
        assertThat(late.locator("a[href='" + post + "']")).containsText(CODE + ": Post-mortem: Mail stands still");
        assertThat(page.locator(".promise.OPEN", named("every quarter"))).containsText("no goal date");
    }

    private static void theBoardMovesIt(Page page) {
        page.navigate(staff.address("/admin/follow-ups"));
        assertThat(page.locator(".promise.OVERDUE", named("Watch the disks"))).containsText("Overdue");
        page.locator(".promise", named("every quarter"))
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Ongoing"))
                .click();
        assertThat(page.locator(".promise.ONGOING", named("every quarter"))).isVisible();
        page.locator(".promise", named("Watch the disks")).locator("a").first().click();
        Staff.press(page, "[id='drop:drop']");
        assertThat(page.locator("#reasonError")).containsText("visitors read it");
        page.fill("[id='proof:link']", "javascript:alert(1)");
        Staff.press(page, "[id='proof:prove']");
        assertThat(page.locator("#linkError")).containsText("https://");
        page.fill("[id='proof:link']", "https://git.example/change/7");
        Staff.press(page, "[id='proof:prove']");
        assertThat(page.locator(".promise.OVERDUE", named("Watch the disks"))).containsText("evidence given");
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void everybodyCanRead(Map<String, String> pages) {
        for (int width : new int[] {1280, 360}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = (width == 360) == (scheme == ColorScheme.LIGHT) ? "fr" : "en";
                try (BrowserContext browser = staff.as("EDITOR", width, scheme, language)) {
                    Page page = browser.newPage();
                    pages.forEach((name, address) -> {
                        page.navigate(address.startsWith("/") ? staff.address(address) : address);
                        readable(page, name + "-" + scheme.name().toLowerCase() + "-" + language, width);
                    });
                }
            }
        }
    }

    private static void readable(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("follow-ups-%s-%d.png".formatted(name, width))));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " fits " + width)
                .isLessThanOrEqualTo(width);
    }

    private static void load(String rest) throws IOException {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.url("/api/v1/servers/import"))
                .header("Authorization", "Bearer " + site.token())
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("servers:\n  - { code: " + CODE
                        + ", city: Oslo, country: NO, role: mail-server, visibility: public" + rest + " }\n"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
