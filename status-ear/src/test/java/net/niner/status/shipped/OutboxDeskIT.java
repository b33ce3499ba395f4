package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From no relay at all to mail that arrives once, with a person in between. On a site of its own: the whole outbox matters. */
class OutboxDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration SOON = Duration.ofSeconds(40);
    /** So soon that clients are told that it expires, and that the invoice, which should have gone out long ago, comes late. */
    private static final LocalDate EXPIRY = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    @TempDir
    private static Path data;

    private static Chromium chromium;
    private static Site site;
    private static Staff staff;
    private static MailSink relay;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        relay = MailSink.open();
        site = Site.start(data);
        staff = Staff.of(chromium, site);
        staff.owner().close();
    }

    @AfterAll
    static void close() throws IOException {
        if (site != null) {
            site.close();
            relay.close();
        }
        chromium.close();
    }

    @Test
    void whatIsUnusualWaitsForAPersonAndArrivesOnce() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            theRelayIsSetAndTried(page);
            List<String> addresses =
                    List.of(client(page, "Amber Hosting"), client(page, "Cobalt Press"), client(page, "Vanishes"));
            assertThat(addresses).contains(MailSink.VANISHES);
            assertThat(site.command("job", "start", "watch-invoices", "--wait").exitCode())
                    .isZero();

            until(page, "/admin/outbox?show=APPROVAL", "#waits");
            assertThat(page.locator("#waitTitle")).hasText("6 mails wait for your approval");
            assertThat(page.locator("[id='outbox:list'] .fate-HELD")).hasCount(6);
            addresses.forEach(address -> assertThat(relay.to(address)).isEmpty());
            page.navigate(staff.address("/admin"));
            assertThat(page.locator("#desk")).containsText("6 mails wait for approval");

            page.navigate(staff.address("/admin/approval"));
            assertThat(page.locator("#sumTitle")).hasText("6 mails to 3 recipients");
            assertThat(page.locator(".whole pre")).hasCount(3);
            everybodyCanRead("/admin/approval");
            confirm(page, "[id='approval:approve']");
            assertThat(page.locator("#messages")).containsText("Approved: 6 mails go out.");

            until(page, "/admin/outbox?show=UNKNOWN", "[id='outbox:list'] .fate-UNKNOWN");
            await().atMost(SOON)
                    .untilAsserted(() -> addresses.forEach(
                            address -> assertThat(relay.to(address)).hasSize(2)));
            theUnknownOneIsSettled(page);
            addresses.forEach(address -> assertThat(relay.to(address)).hasSize(2));
        }
        try (BrowserContext reader = staff.as("READER")) {
            Page page = reader.newPage();
            for (String path : List.of(
                    "/admin/outbox",
                    "/admin/notice?id=1",
                    "/admin/approval",
                    "/admin/letters",
                    "/admin/subscribers",
                    "/admin/mail")) {
                assertThat(page.navigate(staff.address(path)).status()).as(path).isEqualTo(403);
            }
        }
    }

    private static void theRelayIsSetAndTried(Page page) {
        page.navigate(staff.address("/admin/outbox"));
        assertThat(page.locator("#noRelay")).containsText("No relay is configured");
        page.navigate(staff.address("/admin/mail"));
        page.fill("#relayHost", "no host");
        page.fill("#relayPort", String.valueOf(relay.port()));
        page.selectOption("#relaySecurity", "NONE");
        page.fill("#fromAddress", "status@company.example");
        Staff.press(page, "#save");
        assertThat(page.locator("#relayHostError")).containsText("not the name of a machine");
        assertThat(page.locator("#fromAddress")).hasValue("status@company.example");
        page.fill("#relayHost", "127.0.0.1");
        Staff.press(page, "#save");
        assertThat(page.locator("#messages")).containsText("in force now");
        assertThat(page.locator("#noRelay")).hasCount(0);

        Staff.press(page, "#send");
        Locator said = page.locator(".said-SENT").first();
        until(page, "/admin/mail", ".said-SENT");
        assertThat(said).containsText("Test mail");
        assertThat(relay.to(Staff.OWNER_EMAIL)).hasSize(1);
        everybodyCanRead("/admin/mail");
    }

    private static void theUnknownOneIsSettled(Page page) {
        page.locator("[id='outbox:list'] .subject a").first().click();
        assertThat(page.locator("#fate")).hasText("unknown");
        assertThat(page.locator("pre.mail-text")).containsText("vanishes.example");
        assertThat(page.locator(".head-lines")).containsText("auto-generated");
        assertThat(page.frameLocator("iframe.mail-html").locator("body")).containsText("vanishes.example");
        everybodyCanRead(page.url().replaceAll(".*/admin", "/admin"));
        confirm(page, "[id='notice:arrived']");
        assertThat(page.locator("#fate")).hasText("sent");
        assertThat(page.locator(".course li").last()).containsText(Staff.OWNER_EMAIL);
        for (String path : List.of("/admin/outbox", "/admin/letters?kind=EXPIRY", "/admin/subscribers")) {
            everybodyCanRead(path);
        }
        page.navigate(staff.address("/admin/letters?kind=EXPIRY&language=fr&who=Cobalt"));
        assertThat(page.locator("pre.mail-text")).containsText("cobalt-press.example");
    }

    /** Adds a client with a service that expires soon, in a zone where it is noon; returns their address. */
    private static String client(Page page, String name) {
        String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@client.example";
        int east = 12 - Instant.now().atZone(ZoneOffset.UTC).getHour();
        page.navigate(staff.address("/admin/client"));
        page.fill("[id='client:name']", name);
        page.fill("[id='client:email']", address);
        page.fill("[id='client:zone']", "Etc/GMT" + (east > 0 ? "-" : "+") + Math.abs(east));
        Staff.press(page, "[id='client:save']");
        page.waitForURL("**/admin/client?id=*");
        page.click("summary:has-text('Add a service')");
        page.fill("[id='service:name']", name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example");
        page.fill("[id='service:expiresOn']", EXPIRY.toString());
        Staff.press(page, "[id='service:save']");
        return address;
    }

    /** Looks at that page until it shows what is looked for. */
    private static void until(Page page, String path, String selector) {
        await().atMost(SOON).until(() -> {
            page.navigate(staff.address(path));
            return page.locator(selector).count() > 0;
        });
    }

    private static void confirm(Page page, String button) {
        page.click(button);
        Staff.press(page, ".ui-confirmdialog-yes:visible");
    }

    private static void everybodyCanRead(String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            int width = scheme == ColorScheme.LIGHT ? 1280 : 360;
            String language = scheme == ColorScheme.LIGHT ? "en" : "fr";
            try (BrowserContext owner = staff.as("OWNER", width, scheme, language)) {
                Page page = owner.newPage();
                page.navigate(staff.address(path));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(
                                "outbox%s-%d-%s.png".formatted(path.replaceAll("\\W+", "-"), width, language))));
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
