package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and checks, looked after by an owner in a browser. */
class ChecksDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern A_CHECK = Pattern.compile(".*/admin/check\\?id=\\d+");

    private static Chromium chromium;
    private static Staff staff;

    private String name;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        staff = Staff.of(chromium, Site.shared());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void nameScreenshots(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aServerIsAddedRetiredAndBroughtBack() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/server"));
            page.fill("#server\\:code", "desk 1");
            page.fill("#server\\:city", "Perth");
            page.click("#server\\:save");
            assertThat(page.locator("#codeError")).containsText("Capital letters");
            assertThat(page.locator("#countryError")).containsText("Choose a country");
            assertThat(page.locator("#server\\:city")).hasValue("Perth");
            assertAccessible(page);

            page.fill("#server\\:code", "DESK-1");
            page.selectOption("#server\\:country", "AU");
            page.click("#server\\:save");
            page.waitForURL("**/admin/servers");
            assertThat(page.locator(".said")).containsText(new String[] {"DESK-1 is saved", ""});

            page.fill("#servers\\:text", "desk-1");
            Locator row = page.locator("#servers\\:list_data tr");
            assertThat(row).hasCount(1);
            row.locator("button.danger").click();
            assertThat(page.locator("#ask")).containsText("DESK-1 leaves the public page");
            assertAccessible(page);
            page.click(".ui-confirmdialog-yes");
            assertThat(row).containsText("retired on");
            row.locator("button", new Locator.LocatorOptions().setHasText("Bring back"))
                    .click();
            assertThat(row).not().containsText("retired on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "imap", "dns", "ssh"})
    void aCheckIsAddedByTheFormOfItsKind(String kind) {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/check?server=NC036&kind=" + kind));
            page.click("#check\\:example");
            assertThat(page.locator("#check\\:names\\:0\\:text")).hasValue(kind);
            page.fill("#check\\:names\\:0\\:text", "example " + kind);
            page.click("#check\\:save");
            page.waitForURL(A_CHECK);
            assertThat(page.locator("h1")).containsText("NC036: check example " + kind);
            assertAccessible(page);
        }
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingIsLost() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/check?server=NC036&kind=tcp"));
            page.fill("#check\\:names\\:0\\:text", "wrong");
            page.fill("#check\\:fields\\:0\\:text", "no host");
            page.fill("#check\\:fields\\:1\\:text", "70000");
            page.click("#check summary");
            page.fill("#check\\:rules\\:0\\:text", "often");
            page.click("#check\\:save");
            assertThat(error(page, "tcp.host")).containsText("A host name or an address is needed");
            assertThat(error(page, "tcp.port")).containsText("From 1 to 65535");
            assertThat(error(page, "check.interval")).containsText("A length of time");
            assertThat(page.locator("#check\\:fields\\:0\\:text")).hasValue("no host");
            assertAccessible(page);
        }
    }

    @Test
    void aProbeShowsItsPhasesAsTheyHappenAndCountsForNothing() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/check?server=NC036&kind=http"));
            page.fill("#check\\:names\\:0\\:text", "never saved");
            page.fill("#check\\:fields\\:0\\:text", "self:/health/live");
            page.click("#check\\:try");
            Locator run = page.locator("#trial\\:run");
            assertThat(run).containsText("Looks up the name");
            assertThat(run).containsText("Connects");
            assertThat(run).containsText("Reads the answer");
            assertThat(run.locator(".ping.UP")).isVisible();
            assertThat(run).containsText("counts for nothing");
            assertAccessible(page);
            assertThat(Site.shared().get("/").body()).doesNotContain("never saved");
        }
    }

    @Test
    void aCheckIsCopiedPausedAndRemoved() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            add(page, "NC041", "model", "192.0.2.41");
            page.selectOption("#more\\:copyTo", "NC040");
            page.fill("#more\\:copyName", "twin");
            page.click("#more\\:copyIt");
            assertThat(page.locator("h1")).containsText("NC040: check twin");
            page.click("#life\\:pause");
            assertThat(page.locator(".facts")).containsText("paused");

            page.navigate(staff.address("/admin/checks?server=NC040"));
            Locator row = page.locator("#checks\\:list_data tr");
            assertThat(row).hasCount(1);
            row.locator("button", new Locator.LocatorOptions().setHasText("Resume"))
                    .click();
            assertThat(row.locator("button", new Locator.LocatorOptions().setHasText("Pause")))
                    .isVisible();
            row.locator("button.danger").click();
            assertThat(page.locator("#ask")).containsText("with all its measurements and outages");
            page.click(".ui-confirmdialog-yes");
            assertThat(page.locator("#checks\\:list_data")).containsText("No check is like that");
        }
    }

    @Test
    void theKeyboardChangesTheOrder() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/servers"));
            Locator codes = page.locator("#servers\\:list_data tr td:nth-child(2) b");
            String first = codes.nth(0).textContent();
            String second = codes.nth(1).textContent();
            page.locator("#servers\\:list\\:1\\:up").focus();
            page.keyboard().press("Enter");
            assertThat(codes.nth(0)).hasText(second);
            assertThat(codes.nth(1)).hasText(first);
            assertThat(page.locator("#servers\\:list\\:0\\:up")).isDisabled();
            page.locator("#servers\\:list\\:0\\:down").focus();
            page.keyboard().press("Enter");
            assertThat(codes.nth(0)).hasText(first);
            assertThat(page.locator("#servers\\:list\\:1\\:down")).isFocused();
        }
    }

    @Test
    void aRowIsDraggedToAnotherPlace() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/servers"));
            Locator codes = page.locator("#servers\\:list_data tr td:nth-child(2) b");
            String third = codes.nth(2).textContent();
            drag(page, 2, 0);
            assertThat(codes.nth(0)).hasText(third);
            page.reload();
            assertThat(codes.nth(0)).hasText(third);
            drag(page, 0, 2);
            assertThat(codes.nth(2)).hasText(third);
        }
    }

    @Test
    void whatIsExportedImportsWithoutADifference() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            add(page, "NC035", "exported", "192.0.2.35");
            page.navigate(staff.address("/admin/servers"));
            Download file = page.waitForDownload(() -> page.click("#servers\\:export"));
            assertThat(file.suggestedFilename()).isEqualTo("servers.yaml");

            page.navigate(staff.address("/admin/import"));
            page.setInputFiles("#import\\:file", file.path());
            page.click("#import\\:look");
            assertThat(page.locator("#planTitle")).containsText("nothing would change");

            String changed = page.inputValue("#import\\:yaml").replace("192.0.2.35", "192.0.2.36");
            page.fill("#import\\:yaml", changed);
            page.click("#import\\:look");
            assertThat(page.locator("#planTitle")).hasText("0 to add, 1 to change, 0 to remove");
            assertThat(page.locator(".plan del")).hasText("192.0.2.35");
            assertThat(page.locator(".plan ins")).hasText("192.0.2.36");
            assertAccessible(page);
            page.click("#import\\:apply");
            page.click(".ui-confirmdialog-yes");
            assertThat(page.locator(".said").first()).containsText("One change was made");
        }
    }

    @Test
    void anErrorInAFileNamesItsLine() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/import"));
            page.fill(
                    "#import\\:yaml", "servers:\n  - code: BAD-1\n    city: Perth\n    country: XX\n    role: other\n");
            page.click("#import\\:look");
            assertThat(page.locator("#problems tbody tr td").first()).hasText("4");
            assertThat(page.locator("#problems")).containsText("servers[0].country");
            assertThat(page.locator("#import\\:yaml")).hasValue(Pattern.compile("BAD-1"));
            assertAccessible(page);
        }
    }

    @Test
    void twoWhoEditTheSameCheckNoticeEachOtherAndNothingIsLost() {
        try (BrowserContext one = staff.owner();
                BrowserContext other = staff.as("OPERATOR")) {
            Page first = one.newPage();
            String address = add(first, "NC033", "shared", "192.0.2.33");
            Page second = other.newPage();
            second.navigate(address);
            first.fill("#check\\:fields\\:0\\:text", "192.0.2.1");
            first.click("#check\\:save");
            assertThat(first.locator(".said").first()).containsText("is saved");

            second.fill("#check\\:fields\\:0\\:text", "192.0.2.2");
            second.click("#check\\:save");
            Locator clash = second.locator(".card.now");
            assertThat(clash).containsText("was changed meanwhile by " + Staff.OWNER_EMAIL);
            assertThat(clash.locator("tbody tr").allInnerTexts().stream()
                            .map(text -> text.replaceAll("\\s+", " ").strip()))
                    .containsExactly("Host 192.0.2.2 192.0.2.1");
            assertThat(second.locator("#check\\:fields\\:0\\:text")).hasValue("192.0.2.2");
            assertAccessible(second);

            second.click("#check\\:insist");
            assertThat(second.locator(".said").first()).containsText("is saved");
            assertThat(second.locator("#check\\:fields\\:0\\:text")).hasValue("192.0.2.2");
        }
    }

    @Test
    void whatACheckSawIsDrawnAndSaid() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/checks?server=NC042"));
            page.locator("#checks\\:list_data tr a b").first().click();
            page.waitForURL(A_CHECK);
            assertThat(page.locator("#history\\:latencyChart canvas")).isVisible();
            assertThat(page.locator("#history\\:latency")).containsText("the median is");
            assertThat((Boolean) page.evaluate("""
                            (() => {
                                const canvas = document.querySelector('#history\\\\:latencyChart canvas');
                                const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                                return data.some(value => value !== 0);
                            })()
                            """)).isTrue();
            page.selectOption("#history\\:span", "TWO_DAYS");
            assertThat(page.locator("#history\\:latency")).containsText("the median is");
            assertAccessible(page);
        }
    }

    @Test
    void whoMayOnlyReadSeesAndChangesNothing() {
        try (BrowserContext reader = staff.as("READER")) {
            Page page = reader.newPage();
            for (String address : List.of("/admin/servers", "/admin/checks", "/admin/server?code=NC036")) {
                page.navigate(staff.address(address));
                assertThat(page.locator("main button.danger, main button.go, main a.go"))
                        .hasCount(0);
            }
        }
    }

    /** Adds an icmp check, and stays on its page. */
    private static String add(Page page, String server, String name, String host) {
        page.navigate(staff.address("/admin/check?server=" + server + "&kind=icmp"));
        page.fill("#check\\:names\\:0\\:text", name);
        page.fill("#check\\:fields\\:0\\:text", host);
        page.click("#check\\:save");
        page.waitForURL(A_CHECK);
        return page.url();
    }

    /** A drag begins with the first moves, and a row makes room only when the pointer has passed it. */
    private static void drag(Page page, int from, int to) {
        assertThat(page.locator("#servers\\:list_data.ui-sortable")).isVisible();
        Locator grips = page.locator("#servers\\:list_data tr .grip");
        BoundingBox begin = grips.nth(from).boundingBox();
        BoundingBox end = grips.nth(to).boundingBox();
        double x = begin.x + begin.width / 2;
        double beyond = to < from ? end.y - end.height / 2 : end.y + end.height * 1.5;
        page.mouse().move(x, begin.y + begin.height / 2);
        page.mouse().down();
        page.mouse().move(x, (begin.y + beyond) / 2, new Mouse.MoveOptions().setSteps(10));
        assertThat(page.locator(".ui-datatable-rowordering")).isVisible();
        page.mouse().move(x, beyond, new Mouse.MoveOptions().setSteps(10));
        page.waitForResponse(response -> response.request().method().equals("POST"), () -> page.mouse()
                .up());
    }

    private static Locator error(Page page, String field) {
        return page.locator("[id='probe.field." + field + ".error']");
    }

    /** In light and dark, wide and narrow; and keeps a picture of each. */
    private void assertAccessible(Page page) {
        for (int width : new int[] {360, 1280}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("checks-%s-%d-%s.png"
                                .formatted(name, width, scheme.name().toLowerCase()))));
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(page.url() + " " + width + " " + scheme)
                        .isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(page.url() + " fits " + width)
                        .isLessThanOrEqualTo(width);
            }
        }
    }
}
