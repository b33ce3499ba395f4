package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the back office, found by following its links, as everybody who works here. */
class BackOfficePagesIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Pages that only some may see, by their full addresses: a check may be read by everybody, but not everybody may make one. */
    private static final Map<String, Set<String>> RESERVED = Map.ofEntries(
            Map.entry("/admin/people", Set.of("OWNER")),
            Map.entry("/admin/audit", Set.of("OWNER")),
            Map.entry("/admin/settings", Set.of("OWNER")),
            Map.entry("/admin/mail", Set.of("OWNER")),
            Map.entry("/admin/outbox", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/notice", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/approval", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/letters", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/subscribers", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/import", Set.of("OWNER", "OPERATOR")),
            Map.entry("/admin/post", Set.of("OWNER", "EDITOR")),
            Map.entry("/admin/server", Set.of("OWNER", "OPERATOR")),
            Map.entry("/admin/check", Set.of("OWNER", "OPERATOR")),
            Map.entry("/admin/incident-new", Set.of("OWNER", "EDITOR")),
            Map.entry("/admin/follow-up", Set.of("OWNER", "EDITOR")),
            Map.entry("/admin/maintenance-window", Set.of("OWNER", "EDITOR")),
            Map.entry("/admin/billing", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/billing-run", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/billing-policy", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/billing-import", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/clients", Set.of("OWNER", "BILLING")),
            Map.entry("/admin/client", Set.of("OWNER", "BILLING")));

    private static Chromium chromium;
    private static Staff staff;
    private static Map<String, String> pages;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        staff = Staff.of(chromium, Site.shared());
        try (BrowserContext owner = staff.owner()) {
            pages = crawl(owner);
        }
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theNavigationLeadsToAllOfThem() {
        assertThat(pages.keySet())
                .contains(
                        "/admin",
                        "/admin/servers",
                        "/admin/server",
                        "/admin/checks",
                        "/admin/check",
                        "/admin/import",
                        "/admin/jobs",
                        "/admin/people",
                        "/admin/audit",
                        "/admin/settings",
                        "/admin/account",
                        "/admin/tokens",
                        "/admin/help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "EDITOR", "OPERATOR", "BILLING", "READER"})
    void everybodySeesWhatTheirRoleAllowsAndNoMore(String role) {
        try (BrowserContext browser = staff.as(role)) {
            Page page = browser.newPage();
            List<String> complaints = complaintsOf(page);
            Collection<String> linked = crawl(browser).values();

            pages.forEach((path, address) -> {
                Response response = page.navigate(staff.address(address));
                Set<String> reserved = RESERVED.get(address.replaceAll(
                        "(?<=/(?:incident-new|outbox|notice|letters|billing|billing-run|clients|client))\\?.*", ""));
                boolean allowed = reserved == null || reserved.contains(role);
                assertThat(response.status()).as(path + " as " + role).isEqualTo(allowed ? 200 : 403);
                assertThat(allowed || !linked.contains(address))
                        .as(path + " is not offered to " + role)
                        .isTrue();
            });
            assertThat(complaints).filteredOn(text -> !text.contains("403")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"1280, LIGHT, en", "1280, DARK, fr", "360, LIGHT, fr", "360, DARK, en"})
    void everybodyCanReadThem(int width, ColorScheme scheme, String language) {
        try (BrowserContext browser = staff.as("OWNER", width, scheme, language)) {
            Page page = browser.newPage();
            pages.forEach((path, address) -> {
                page.navigate(staff.address(address));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("desk%s-%d-%s-%s.png"
                                .formatted(
                                        path.replace('/', '-'),
                                        width,
                                        scheme.name().toLowerCase(),
                                        language))));
                assertThat(page.getAttribute("html", "lang")).as(path).isEqualTo(language);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as(path + " " + width)
                        .isEmpty();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " fits " + width)
                        .isLessThanOrEqualTo(width);
            });
        }
    }

    /** Tab reaches everything that can be pressed, and one sees where one is. */
    @Test
    void theKeyboardIsEnough() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            for (Map.Entry<String, String> one : pages.entrySet()) {
                page.navigate(staff.address(one.getValue()));
                int stops = (Integer) page.evaluate("""
                        [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0 && e.type !== 'hidden').length
                        """);
                Set<String> reached = new TreeSet<>();
                for (int i = 0; i < Math.min(stops, 30); i++) {
                    page.keyboard().press("Tab");
                    reached.add((String) page.evaluate("""
                            (() => {
                                const e = document.activeElement;
                                const style = getComputedStyle(e);
                                const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                                    || getComputedStyle(e.closest('.ui-chkbox, .ui-selectonemenu, .ui-inputfield') || e).boxShadow !== 'none';
                                return (seen ? '' : 'unseen ') + e.tagName + ' ' + (e.id || e.textContent.trim().slice(0, 40) || e.getAttribute('aria-label'));
                            })()
                            """));
                }
                assertThat(reached).as(one.getKey()).noneMatch(element -> element.startsWith("unseen"));
                assertThat(reached.size()).as(one.getKey()).isGreaterThan(Math.min(stops, 30) / 2);
            }
        }
    }

    /** Path to a full address, one for each page: the first that a link names. */
    private static Map<String, String> crawl(BrowserContext browser) {
        Page page = browser.newPage();
        Map<String, String> found = new TreeMap<>();
        Deque<String> next = new ArrayDeque<>(List.of("/admin"));
        while (!next.isEmpty()) {
            String address = next.pop();
            String path = address.replaceAll("[?#].*", "");
            if (found.putIfAbsent(path, address) != null) {
                continue;
            }
            Response response = page.navigate(staff.address(address));
            assertThat(response.status()).as(address).isEqualTo(200);
            page.locator("a[href^='/admin']").all().forEach(link -> next.add(link.getAttribute("href")));
        }
        page.close();
        return found;
    }

    private static List<String> complaintsOf(Page page) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        return complaints;
    }
}
