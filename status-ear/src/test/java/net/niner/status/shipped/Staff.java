package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** The people of a site's back office, each with a browser of their own. They sign in once, as people do, and come back with their cookies. */
final class Staff {

    static final String OWNER_EMAIL = "owner@niner.example";
    static final String OWNER_PASSWORD = "seven tired lamps over Toronto";
    static final String PASSWORD = "quiet harbour before nine lights";

    private static final int WIDE = 1280;
    private static final int TALL = 900;
    private static final Map<Site, Staff> OF_SITES = new HashMap<>();

    private final Chromium chromium;
    private final Site site;
    private final Map<String, String> cookies = new HashMap<>();
    private Authenticator phone;

    private Staff(Chromium chromium, Site site) {
        this.chromium = chromium;
        this.site = site;
    }

    /** The same people for all tests of that site. */
    static synchronized Staff of(Chromium chromium, Site site) {
        Staff known = OF_SITES.get(site);
        Staff staff = new Staff(chromium, site);
        if (known != null) {
            staff.cookies.putAll(known.cookies);
            staff.phone = known.phone;
        }
        OF_SITES.put(site, staff);
        return staff;
    }

    /** The owner's browser, signed in. The first call becomes the owner by the link that the launcher printed. */
    BrowserContext owner() {
        return as("OWNER");
    }

    /** The browser of somebody with that role, signed in; invited by the owner at the first call. */
    BrowserContext as(String role) {
        return as(role, WIDE, ColorScheme.LIGHT, "en");
    }

    BrowserContext as(String role, int width, ColorScheme scheme, String language) {
        if (!cookies.containsKey(role)) {
            cookies.put(role, role.equals("OWNER") ? becomeOwner() : invite(role));
        }
        return chromium.browser().newContext(options(width, scheme, language).setStorageState(cookies.get(role)));
    }

    /** A browser of somebody who has not signed in. */
    BrowserContext nobody() {
        return chromium.browser().newContext(options(WIDE, ColorScheme.LIGHT, "en"));
    }

    /** For a role whose sessions were ended. */
    void signInAgain(String role) {
        try (BrowserContext browser = nobody()) {
            Page page = browser.newPage();
            page.navigate(address("/admin/sign-in"));
            page.fill("#email", email(role));
            page.fill("#password", PASSWORD);
            page.click("#go");
            page.waitForURL("**/admin");
            cookies.put(role, browser.storageState());
        }
    }

    /** Presses a button that sends a form, and waits until the page that answers is there. */
    static void press(Page page, String button) {
        page.evaluate("document.documentElement.dataset.before = 'the press'");
        page.click(button);
        // a function to wait for would be evaluated in the page, which its policy forbids
        page.waitForSelector(
                "html:not([data-before])", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
    }

    static String email(String role) {
        return role.equals("OWNER") ? OWNER_EMAIL : role.toLowerCase() + "@niner.example";
    }

    Authenticator phone() {
        owner().close();
        return phone;
    }

    /** A token of the owner's with these permissions, by their English names: the operator's is not for everything. */
    String token(String... permissions) {
        try (BrowserContext owner = owner()) {
            Page page = owner.newPage();
            page.navigate(address("/admin/tokens"));
            page.fill("#name", "tests " + String.join(" ", permissions));
            for (String permission : permissions) {
                page.getByLabel(permission, new Page.GetByLabelOptions().setExact(true))
                        .check();
            }
            page.click("#make");
            return page.textContent("#secret").strip();
        }
    }

    String address(String path) {
        return site.url(path).toString();
    }

    private static Browser.NewContextOptions options(int width, ColorScheme scheme, String language) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, TALL)
                .setColorScheme(scheme)
                .setLocale(language);
    }

    private String becomeOwner() {
        try (BrowserContext browser = nobody()) {
            Page page = browser.newPage();
            page.navigate(address(setupLink()));
            page.fill("#email", OWNER_EMAIL);
            page.fill("#name", "Olive Owner");
            page.fill("#password", OWNER_PASSWORD);
            phone = new Authenticator(page.textContent("code.secret"));
            page.fill("#code", phone.code());
            page.click("#go");
            assertThat(page.locator(".codes li")).hasCount(10);
            page.click("a.go");
            page.waitForURL("**/admin");
            return browser.storageState();
        }
    }

    private String setupLink() {
        try {
            return Files.readString(site.data().resolve("owner-setup.link")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String invite(String role) {
        String link = invitation(role);
        try (BrowserContext browser = nobody()) {
            Page page = browser.newPage();
            page.navigate(link);
            page.fill("#password", PASSWORD);
            if (page.locator("code.secret").count() > 0) {
                page.fill("#code", new Authenticator(page.textContent("code.secret")).code());
            }
            page.click("#go");
            page.waitForURL("**/admin");
            return browser.storageState();
        }
    }

    private String invitation(String role) {
        try (BrowserContext browser = owner()) {
            Page page = browser.newPage();
            page.navigate(address("/admin/people"));
            page.fill("#email", email(role));
            page.fill("#name", role.charAt(0) + role.substring(1).toLowerCase() + " of the house");
            page.selectOption("#role", role);
            page.click("#send");
            return page.textContent("#link");
        }
    }
}
