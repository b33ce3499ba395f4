package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maintenance as the people in charge plan it and as visitors read it, and the page of a server. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class MaintenanceDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** In the middle of a month, so that a day more or less stays in the calendar's sight. */
    private static final LocalDateTime WHEN = LocalDateTime.now(ZoneOffset.UTC)
            .plusMonths(1)
            .withDayOfMonth(14)
            .truncatedTo(ChronoUnit.DAYS)
            .plusHours(22);

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Site site;
    private static Staff staff;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        site = Site.shared();
        staff = Staff.of(chromium, site);
        load("""
                  - code: MNT01
                    city: Amsterdam
                    country: NL
                    role: mail-server
                    visibility: public
                    checks:
                      - name: site
                        interval: 5s
                        http: { url: "self:/health/live" }
                  - code: MNT02
                    city: London
                    country: GB
                    role: relay-server
                    visibility: internal
                """);
    }

    @AfterAll
    static void close() throws IOException {
        if (chromium != null) {
            load("""
                  - { code: MNT01, city: Amsterdam, country: NL, role: mail-server, visibility: public, retired-on: 2020-01-01 }
                  - { code: MNT02, city: London, country: GB, role: relay-server, visibility: internal, retired-on: 2020-01-01 }
                """);
            chromium.close();
        }
    }

    private static void load(String entries) throws IOException {
        Path servers = folder.resolve("servers.yaml");
        Files.writeString(servers, "servers:\n" + entries);
        assertThat(site.command("import", "servers", servers.toString()).exitCode())
                .isZero();
    }

    @Test
    void aWindowIsPlannedMovedStartedAndCompleted() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(staff.address("/admin/maintenance-window"));
            page.fill("[id='window:title']", "New disks for mail");
            page.check("input[value=MNT01]");
            page.fill("[id='window:from']", WHEN.toString());
            page.fill("[id='window:until']", WHEN.plusHours(2).toString());
            page.fill("[id='window:news']", "Mail is **slow** meanwhile.");
            page.click("[id='window:look']");
            assertThat(page.locator(".preview strong")).hasText("slow");
            assertThat(page.locator(".preview h3")).hasText("MNT01: New disks for mail");
            page.click("[id='window:save']");
            page.waitForURL("**/admin/maintenance");

            // dragged by the mouse, a day on
            page.navigate(staff.address("/admin/maintenance?day=" + WHEN.toLocalDate()));
            Locator event = page.locator(".fc-event:has-text('New disks for mail')");
            assertThat(event).isVisible();
            BoundingBox box = event.boundingBox();
            BoundingBox cell = page.locator("[data-date='" + WHEN.toLocalDate().plusDays(1) + "']")
                    .boundingBox();
            page.mouse().move(box.x + 12, box.y + box.height / 2);
            page.mouse().down();
            page.mouse().move(box.x + 30, box.y + box.height / 2);
            page.mouse()
                    .move(
                            cell.x + cell.width / 2,
                            cell.y + cell.height / 2,
                            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
            page.mouse().up();
            assertThat(page.locator("[id='plan:proposal']")).containsText("Move “New disks for mail”?");
            assertThat(page.locator("[id='plan:confirm']")).isFocused();
            page.click("[id='plan:confirm']");
            assertThat(page.locator("#messages")).containsText("is planned for " + day(WHEN.plusDays(1)));
            assertThat(planned(page)).containsText(day(WHEN.plusDays(1)));

            // and back by keyboard
            page.locator("button[aria-label='Move New disks for mail a day earlier']")
                    .focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("[id='plan:confirm']")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#messages")).containsText("is planned for " + day(WHEN));
            assertThat(planned(page)).containsText(day(WHEN));
            assertThat(complaints).isEmpty();

            planned(page).locator("a").first().click();
            page.waitForURL("**/admin/maintenance-window?id=*");
            String id = page.url().replaceAll(".*id=", "");
            press(page, "start");
            assertThat(page.locator(".facts")).containsText("In progress");
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> site.get("/maintenance/" + id).body().contains("In progress"));
            assertThat(site.get("/maintenance").body()).contains("New disks for mail");
            page.click("[id='window:extend30']");
            assertThat(page.locator("#messages")).containsText("is extended");
            press(page, "complete");
            assertThat(page.locator(".facts")).containsText("Completed");
            HttpResponse<String> calendar = site.get("/maintenance.ics");
            assertThat(calendar.body()).contains("SUMMARY:MNT01: New disks for mail", "STATUS:CONFIRMED");
            String etag = calendar.headers().firstValue("ETag").orElseThrow();
            assertThat(site.send(HttpRequest.newBuilder(site.url("/maintenance.ics"))
                                    .header("If-None-Match", etag)
                                    .build())
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/maintenance-window"));
            page.fill("[id='window:title']", "");
            page.fill("[id='window:until']", "2020-01-01T00:00");
            page.click("[id='window:save']");
            assertThat(page.locator("#titleError")).hasText("Say what is done.");
            assertThat(page.locator("#untilError")).hasText("It must end after it begins.");
            assertThat(page.locator(".servers .error")).hasText("Choose one server at least.");
        }
    }

    @Test
    void aServersPageIsFoundInAnyCaseAndSaysWhatItIs() {
        assertThat(site.get("/systems/mnt01").statusCode()).isEqualTo(200);
        assertThat(site.get("/systems/MNT02").body()).contains("serves no client");
        assertThat(site.get("/systems/NOSUCH").statusCode()).isEqualTo(404);
        assertThat(site.get("/maintenance/999999").statusCode()).isEqualTo(404);
        assertThat(site.get("/maintenance/page/99").statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> site.get("/systems/MNT01").body().contains("class=\"latency\""));
        assertThat(site.get("/systems/MNT01").body())
                .contains("100 %")
                .doesNotContain("style=")
                .doesNotContain("<script>");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"1280, LIGHT, en", "1280, DARK, fr", "360, LIGHT, fr", "360, DARK, en"})
    void zEverybodyCanReadThem(int width, ColorScheme scheme, String language) {
        try (BrowserContext owner = staff.as("OWNER", width, scheme, language)) {
            Page page = owner.newPage();
            for (String path : List.of(
                    "/maintenance",
                    "/systems/MNT01",
                    "/admin/maintenance",
                    "/admin/maintenance?view=week",
                    "/admin/maintenance-window")) {
                page.navigate(staff.address(path));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("maintenance%s-%d-%s-%s.png"
                                .formatted(
                                        path.replaceAll("\\W+", "-"),
                                        width,
                                        scheme.name().toLowerCase(),
                                        language))));
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    private static Locator planned(Page page) {
        return page.locator("[id='plan:open'] tr:has-text('New disks for mail')");
    }

    private static String day(LocalDateTime at) {
        return at.getDayOfMonth() + " ";
    }

    /** A button that asks first. */
    private static void press(Page page, String button) {
        page.click("[id='window:" + button + "']");
        page.click(".ui-confirmdialog-yes:visible");
    }
}
