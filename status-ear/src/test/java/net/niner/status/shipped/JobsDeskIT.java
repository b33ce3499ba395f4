package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jobs console as those see it who run the site at night. On a site of its own, which may probe a target here that never answers. */
class JobsDeskIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern EXECUTION = Pattern.compile(".*/admin/execution\\?id=(\\d+)");
    private static final double PATIENCE_MILLIS = 90_000;

    @TempDir
    private static Path data;

    private static Chromium chromium;
    private static ServerSocket silent;
    private static Site site;
    private static Staff staff;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Files.writeString(data.resolve("status.properties"), "status.probe.allow = 127.0.0.0/8\n");
        Path servers = Files.writeString(data.resolve("servers.yaml"), """
                servers:
                  - code: NC901
                    city: Oslo
                    country: NO
                    role: other
                    checks:
                      - name: silent
                        timeout: 20s
                        tcp: { host: 127.0.0.1, port: %d, expect: hello }
                  - code: NC902
                    city: Oslo
                    country: NO
                    role: other
                    checks:
                      - name: this site
                        http: { url: "self:/health/live" }
                """.formatted(silent.getLocalPort()));
        site = Site.start(data, "--servers-file", servers.toString());
        staff = Staff.of(chromium, site);
    }

    @AfterAll
    static void close() throws IOException {
        if (chromium != null) {
            chromium.close();
            silent.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    void aRoundIsStartedWithItsParametersAndWatchedToItsEnd() {
        try (BrowserContext browser = staff.as("OPERATOR")) {
            Page page = jobs(browser);
            openStart(page, "probe-round");
            page.locator("#startForm label:has-text('all checks now')").click();
            page.fill("#startForm input[type=number]", "1");
            go(page);

            assertThat(page.textContent("#messages")).contains("probe-round was started as execution");
            await(page, "main progress");
            await(page, "text=1 of 2");
            await(page, "#state.COMPLETED");
            assertThat(page.textContent("main")).contains("checks=all, seconds=1");
            assertThat(page.locator("main progress").count()).isZero();
            assertThat(page.textContent("[id='execution:steps']")).contains("probe", "completed");
        }
    }

    @Test
    void whatRunsIsStoppedRestartedStoppedAndGivenUp() {
        try (BrowserContext browser = staff.as("OPERATOR")) {
            Page page = longRound(browser);
            String first = executionOf(page);
            await(page, "main progress");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            press(page, "Stop", "stops after the items in hand");
            await(page, "#state.STOPPED");

            press(page, "Restart", "from where it stopped");
            page.waitForURL(address -> EXECUTION.matcher(address).matches() && !address.endsWith("=" + first));
            String second = executionOf(page);
            assertThat(page.textContent("#messages")).contains(first, second);
            press(page, "Stop", "Execution " + second);
            await(page, "#state.STOPPED");

            press(page, "Give up", "it cannot be restarted any more");
            await(page, "#state.ABANDONED");
            assertThat(page.locator("main button:has-text('Restart')").count()).isZero();
            assertThat(site.command("job", "restart", second).err()).contains(second);
        }
    }

    @Test
    void whatIsAskedTooLateIsToldAndNothingIsLost() {
        try (BrowserContext browser = staff.as("OPERATOR")) {
            Page page = longRound(browser);
            String id = executionOf(page);
            await(page, "main progress");
            press(page, "Stop", "Execution " + id);
            await(page, "#state.STOPPED");
            site.command("job", "abandon", id);

            press(page, "Restart", "from where it stopped");

            await(page, "#complaints .complaint");
            assertThat(page.textContent("#complaints")).contains("Execution " + id + " cannot be restarted");
        }
    }

    @Test
    void aParameterOfTheWrongFormIsToldBesideItsField() {
        try (BrowserContext browser = staff.as("OPERATOR")) {
            Page page = jobs(browser);
            openStart(page, "probe-round");
            page.fill("#startForm input[type=number]", "99");
            page.click("[id='startForm:go']");

            await(page, "#startForm .error");
            assertThat(page.textContent("#startForm .field:has(input[type=number])"))
                    .contains("from 1 to 59");
            assertThat(page.inputValue("#startForm input[type=number]")).isEqualTo("99");
        }
    }

    @Test
    void executionsAreFilteredByTheirState() {
        site.command("job", "start", "compact-history", "--wait");
        try (BrowserContext browser = staff.as("READER")) {
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/job?name=compact-history"));
            assertThat(page.textContent("[id='job:executions']")).contains("completed");
            page.selectOption("[id='job:status']", "STARTING");

            await(page, "[id='job:executions'] >> text=No execution is in this state.");
            page.selectOption("[id='job:status']", "COMPLETED");
            await(page, "[id='job:executions'] .chip.COMPLETED");
            page.click("[id='job:executions'] tbody a");
            page.waitForURL("**/admin/execution?id=*");
            assertThat(page.textContent("main")).contains("pack-samples", "forgot ");
        }
    }

    @Test
    void aReaderSeesEverythingAndMayDoNothing() {
        try (BrowserContext browser = staff.as("READER")) {
            Page page = jobs(browser);

            assertThat(page.textContent("main"))
                    .contains("probe-round", "compact-history", "whenever something is due");
            assertThat(page.locator("[id='jobs:list'] button, #startForm").count())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"/admin/job?name=make-coffee", "/admin/job", "/admin/execution?id=987654321", "/admin/execution?id=x"})
    void whatIsNotThereSaysSo(String address) {
        try (BrowserContext browser = staff.as("READER")) {
            assertThat(browser.newPage().navigate(staff.address(address)).status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"1280, LIGHT, en", "1280, DARK, fr", "360, LIGHT, fr", "360, DARK, en"})
    void everybodyCanReadThem(int width, ColorScheme scheme, String language) {
        try (BrowserContext browser = staff.as("OPERATOR", width, scheme, language)) {
            Page page = jobs(browser);
            look(page, "jobs", width, scheme);
            openStart(page, "probe-round");
            look(page, "jobs-start", width, scheme);
            page.navigate(staff.address("/admin/job?name=probe-round"));
            look(page, "job", width, scheme);
            page.click("[id='job:executions'] tbody a");
            page.waitForURL("**/admin/execution?id=*");
            look(page, "execution", width, scheme);
        }
    }

    private static void look(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(
                        "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase()))));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(width);
    }

    private static Page jobs(BrowserContext browser) {
        Page page = browser.newPage();
        page.navigate(staff.address("/admin/jobs"));
        return page;
    }

    /** A round of all checks waits for the one that hangs. */
    private static Page longRound(BrowserContext browser) {
        Page page = jobs(browser);
        openStart(page, "probe-round");
        page.locator("#startForm label:has-text('all checks now')").click();
        go(page);
        return page;
    }

    private static void openStart(Page page, String job) {
        page.click("[data-job=" + job + "] button[id$=':start']");
        await(page, "[id='startForm:go']");
    }

    private static void go(Page page) {
        page.click("[id='startForm:go']");
        page.waitForURL("**/admin/execution?id=*");
    }

    /** Presses a button, reads what will happen, and agrees. */
    private static void press(Page page, String button, String consequence) {
        page.click("main button:has-text('" + button + "')");
        await(page, ".ui-confirm-dialog >> text=" + consequence);
        page.click(".ui-confirmdialog-yes:visible");
    }

    private static void await(Page page, String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static String executionOf(Page page) {
        var address = EXECUTION.matcher(page.url());
        assertThat(address.matches()).as(page.url()).isTrue();
        return address.group(1);
    }
}
