package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of invoices that did not go out, from the desk that says so to the last invoice. On a site of its own: its front page says it, too. */
class BillingDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate BILL_DAY =
            (TODAY.getDayOfMonth() < 15 ? TODAY.minusMonths(1) : TODAY).withDayOfMonth(15);

    /** The days of grace are the only ones of a month on which no run is late. */
    private static final boolean LATE = TODAY.isAfter(BILL_DAY.plusDays(2));

    private static final LocalDate EXPIRY = BILL_DAY.plusMonths(1).withDayOfMonth(20);

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
        staff.owner().close();
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
        chromium.close();
    }

    @Test
    void aRunIsPromisedWaivedIssuedAndCompletedAndVisitorsKnowNoClient() {
        try (BrowserContext clerk = staff.as("BILLING")) {
            Page page = clerk.newPage();
            String amber = client(page, "Amber Hosting");
            client(page, "Cobalt Press");
            assertThat(site.command("job", "start", "watch-invoices", "--wait").exitCode())
                    .isZero();

            page.navigate(staff.address("/admin"));
            assertThat(page.locator("main")).containsText("The invoices of " + DAY.format(BILL_DAY) + " are");
            page.navigate(staff.address("/admin/billing"));
            if (LATE) {
                assertThat(page.locator(".card.now h2")).containsText("The run of " + DAY.format(BILL_DAY));
            }
            assertThat(page.locator(".calendar .fc-event").first()).isVisible();
            page.locator("[id='runs:open'] a").first().click();
            page.waitForURL("**/admin/billing-run?id=*");
            String run = page.url();
            if (LATE) {
                page.click("[id='notices:list:0:read']");
                assertThat(page.locator("[id='notices:all'] pre")).not().isEmpty();
            }
            Page colleague = clerk.newPage();
            colleague.navigate(run);

            page.fill("[id='promise:day']", TODAY.minusDays(1).toString());
            Staff.press(page, "[id='promise:propose']");
            assertThat(page.locator("#dayError")).hasText("This day is over.");
            page.fill("[id='promise:day']", TODAY.plusDays(5).toString());
            Staff.press(page, "[id='promise:propose']");
            assertThat(page.locator(".told li")).hasCount(2);
            assertThat(page.locator(".told li").first()).containsText("Amber Hosting");
            Staff.press(page, "[id='proposal:confirm']");
            assertThat(page.locator("#messages")).containsText(DAY.format(TODAY.plusDays(5)));

            colleague.fill("[id='cause:words']", "The disk was full");
            Staff.press(colleague, "[id='cause:save']");
            assertThat(colleague.locator("#complaints")).containsText("changed this meanwhile");
            assertThat(colleague.locator("[id='cause:words']")).hasValue("The disk was full");
            Staff.press(colleague, "[id='cause:save']");
            assertThat(colleague.locator("#messages")).containsText("The cause is saved.");

            page.navigate(staff.address("/admin/billing-policy"));
            page.check("[id='posts:publish']");
            Staff.press(page, "[id='posts:save']");
            if (LATE) {
                await().atMost(Duration.ofSeconds(10))
                        .until(() ->
                                site.get("/").body().contains("Invoices of " + DAY.format(BILL_DAY) + " are late."));
                assertThat(site.get("/").body())
                        .contains("expect to send them on " + DAY.format(TODAY.plusDays(5)), "What is paid is paid.")
                        .doesNotContain("Amber", "Cobalt");
            }
            everybodyCanReadThem(run.replaceAll(".*/admin", "/admin"), amber);

            page.navigate(run);
            settle(page, "Amber Hosting");
            page.fill("[id='clients:reason']", "paid for the year");
            confirm(page, "clients:waive");
            assertThat(page.locator("#messages")).containsText("Amber Hosting needs no invoice in this run.");
            confirm(page, "rest:issue");
            assertThat(page.locator("#messages")).containsText("The run is completed.");
            assertThat(page.locator("#standsTitle")).hasText("Completed");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !site.get("/").body().contains("are late."));
        }
        try (BrowserContext reader = staff.as("READER")) {
            Page page = reader.newPage();
            for (String path : List.of("/admin/billing", "/admin/clients", "/admin/client", "/admin/billing-policy")) {
                assertThat(page.navigate(staff.address(path)).status()).as(path).isEqualTo(403);
            }
        }
    }

    /** Adds a client with a service that the run covers; returns the address of its page. */
    private static String client(Page page, String name) {
        page.navigate(staff.address("/admin/client"));
        page.fill("[id='client:name']", name);
        page.fill("[id='client:email']", name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@client.example");
        Staff.press(page, "[id='client:save']");
        page.waitForURL("**/admin/client?id=*");
        String address = page.url().replaceAll(".*/admin", "/admin");
        page.click("summary:has-text('Add a service')");
        page.fill("[id='service:name']", name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example");
        page.fill("[id='service:expiresOn']", EXPIRY.toString());
        Staff.press(page, "[id='service:save']");
        assertThat(page.locator(".services li")).hasCount(1);
        return address;
    }

    private static void settle(Page page, String name) {
        page.click("button[aria-label='Settle " + name + "']");
        assertThat(page.locator("#chosenTitle")).hasText(name);
    }

    /** A button that asks first. */
    private static void confirm(Page page, String button) {
        page.click("[id='" + button + "']");
        Staff.press(page, ".ui-confirmdialog-yes:visible");
    }

    /** Those that say something only while a run is late; the others are read with all of the back office. */
    private static void everybodyCanReadThem(String run, String client) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            int width = scheme == ColorScheme.LIGHT ? 1280 : 360;
            String language = scheme == ColorScheme.LIGHT ? "en" : "fr";
            try (BrowserContext clerk = staff.as("BILLING", width, scheme, language)) {
                Page page = clerk.newPage();
                for (String path : List.of("/", run, client)) {
                    page.navigate(staff.address(path));
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(SCREENSHOTS.resolve(
                                    "billing%s-%d-%s.png".formatted(path.replaceAll("\\W+", "-"), width, language))));
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as(path)
                            .isEmpty();
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as(path)
                            .isLessThanOrEqualTo(width);
                }
            }
        }
    }
}
