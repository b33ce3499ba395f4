package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing posts: what is previewed is what is published, and what was said before is not lost. */
class PostsDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final String MARKDOWN = """
            The disk of the *café* is full.

            ## What we do

            - move the mail
            - <script>alert(1)</script>order a disk

            | Server | Disk |
            |---|---|
            | one | 100 % |

            <img src="https://elsewhere.example/x.png" alt="from elsewhere"><b onclick="alert(2)">bold</b>
            """;

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

    private static Page editor(BrowserContext browser) {
        Page page = browser.newPage();
        page.navigate(staff.address("/admin/post"));
        return page;
    }

    /** Waits for what was typed to arrive in the frame. */
    private static String previewed(Page page, String sign) {
        FrameLocator frame = page.frameLocator("#preview");
        frame.locator(".text:has-text('" + sign + "')").waitFor();
        return (String) frame.locator(".text").evaluate("e => e.innerHTML");
    }

    private static void confirm(Page page, String button) {
        page.click(button);
        press(page, ".ui-confirmdialog-yes:visible");
    }

    /** Presses a button that sends a form, and waits until the page that answers is there. */
    private static void press(Page page, String button) {
        page.evaluate("document.documentElement.dataset.before = 'true'");
        page.click(button);
        page.waitForSelector("html:not([data-before]) #content");
        page.waitForLoadState();
    }

    @Test
    void whatIsPreviewedIsWhatIsPublished() {
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page page = editor(browser);
            page.fill("#post\\:title", "Preview is the truth");
            page.fill("#post\\:body", MARKDOWN);
            String previewed = previewed(page, "order a disk");
            assertThat(page.frameLocator("#preview").locator("h1").textContent())
                    .isEqualTo("Preview is the truth");
            assertThat(previewed)
                    .doesNotContain("alert", "elsewhere.example", "onclick")
                    .contains("<em>café</em>");

            confirm(page, "#post\\:publish");
            assertThat(page.textContent("#messages")).contains("“Preview is the truth” is published");
            String path = page.getAttribute("#post a[href^='/20']", "href");
            page.navigate(staff.address(path));
            assertThat(page.locator("article.post .text").evaluate("e => e.innerHTML"))
                    .isEqualTo(previewed);
            assertThat(page.locator("article.post h1").textContent()).isEqualTo("Preview is the truth");
        }
    }

    @Test
    void whatWasTypedBeforeCanBeComparedAndBroughtBackAndAPostWithdrawn() {
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page page = editor(browser);
            page.fill("#post\\:title", "Second thoughts");
            page.fill("#post\\:body", "The disk is full.");
            press(page, "#post\\:save");
            page.fill("#post\\:body", "The disk was full.");
            confirm(page, "#post\\:publish");
            String path = page.getAttribute("#post a[href^='/20']", "href");
            assertThat(site.get(path).statusCode()).isEqualTo(200);

            page.click("#versions button:has-text('What changed')");
            page.waitForSelector("#versions\\:difference del");
            assertThat(page.textContent("#versions\\:difference del")).isEqualTo("is");
            assertThat(page.textContent("#versions\\:difference ins")).isEqualTo("was");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            confirm(page, "#versions button:has-text('Restore')");
            assertThat(page.inputValue("#post\\:body")).isEqualTo("The disk is full.");
            await().atMost(AT_ONCE).until(() -> site.get(path).body().contains("The disk is full."));

            page.fill("#post\\:reason", "Another server");
            confirm(page, "#post\\:withdraw");
            assertThat(page.textContent("#post")).contains("Another server");
            await().atMost(AT_ONCE).until(() -> site.get(path).statusCode() == 410);
            confirm(page, "#post\\:publish");
            await().atMost(AT_ONCE).until(() -> site.get(path).statusCode() == 200);
            confirm(page, "#post\\:withdraw");
        }
    }

    @Test
    void aTimeIsTakenInUtcAndOneThatHasPassedIsRefusedBesideItsField() {
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page page = editor(browser);
            page.fill("#post\\:title", "Not yet");
            page.fill("#post\\:body", "Soon.");
            page.fill("#post\\:at", "2020-01-01T00:00");
            page.click("#post\\:schedule");
            page.waitForSelector("#atError");
            assertThat(page.textContent("#atError")).isEqualTo("That time has passed.");
            assertThat(page.inputValue("#post\\:body")).isEqualTo("Soon.");
            assertThat(page.inputValue("#post\\:at")).isEqualTo("2020-01-01T00:00");

            String soon = LocalDateTime.now(ZoneOffset.UTC)
                    .plusDays(3)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
            page.fill("#post\\:at", soon);
            assertThat(page.textContent("#atOwn")).startsWith("On your clock:");
            press(page, "#post\\:schedule");
            assertThat(page.inputValue("#post\\:at")).isEqualTo(soon);
            assertThat(page.textContent("#post")).contains("Scheduled");
            press(page, "#post\\:unschedule");
            assertThat(page.textContent("#messages")).contains("is a draft again");
        }
    }

    @Test
    void aPictureIsTakenInAndStandsInTheText() throws IOException {
        try (BrowserContext browser = staff.as("EDITOR")) {
            Page page = editor(browser);
            page.fill("#post\\:title", "With a picture");
            page.fill("#post\\:body", "Look:");
            page.setInputFiles("#pictures\\:file", new FilePayload("rack.png", "image/png", picture(2000, 500)));
            page.click("#pictures\\:add");
            page.waitForSelector("#pictureError .error");
            assertThat(page.textContent("#pictureError")).contains("Say first what the picture shows.");

            page.setInputFiles("#pictures\\:file", new FilePayload("rack.png", "image/png", picture(2000, 500)));
            page.fill("#pictures\\:alt", "The rack");
            page.click("#pictures\\:add");
            page.frameLocator("#preview").locator("img[alt='The rack']").waitFor();
            String address = page.frameLocator("#preview").locator("img").getAttribute("src");
            assertThat(page.inputValue("#post\\:body")).contains("![The rack](" + address + ")");
            HttpResponse<String> answer = site.get(address);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("immutable");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.frameLocator("#preview")
                            .locator("img")
                            .evaluate("async e => { await e.decode(); return e.naturalWidth }"))
                    .isEqualTo(1600);
            assertThat(site.get(address.replace(".png", ".jpg")).statusCode()).isEqualTo(404);

            page.fill("#pictures\\:alt", "No picture");
            page.setInputFiles(
                    "#pictures\\:file", new FilePayload("x.png", "image/png", "<svg onload='alert(1)'/>".getBytes()));
            page.click("#pictures\\:add");
            page.waitForSelector("#complaints .complaint");
            assertThat(page.textContent("#pictureError")).contains("only PNG, JPEG and GIF");
            press(page, "#post\\:save");
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"1280, LIGHT, en", "1280, DARK, fr", "360, LIGHT, fr", "360, DARK, en"})
    void everybodyCanReadThem(int width, ColorScheme scheme, String language) {
        try (BrowserContext browser = staff.as("EDITOR", width, scheme, language)) {
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/categories"));
            page.fill("#category\\:name", "Shelf " + width + " " + scheme);
            press(page, "#category\\:save");
            look(page, "categories", width, scheme);
            page.navigate(staff.address("/admin/post"));
            page.fill("#post\\:title", "A page of " + width);
            page.fill("#post\\:body", MARKDOWN);
            previewed(page, "order a disk");
            look(page, "post", width, scheme);
            press(page, "#post\\:save");
            page.navigate(staff.address("/admin/posts"));
            look(page, "posts", width, scheme);
        }
    }

    private static void look(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("posts-%s-%d-%s.png"
                        .formatted(name, width, scheme.name().toLowerCase()))));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name + " " + width)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " fits " + width)
                .isLessThanOrEqualTo(width);
    }

    private static byte[] picture(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(width / 4, height / 4, width / 2, height / 2);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
