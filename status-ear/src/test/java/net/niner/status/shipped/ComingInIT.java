package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Coming in, staying out, and leaving. */
class ComingInIT {

    private static final int FREE_ATTEMPTS = 5;

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

    @Test
    void theSetupLinkOpensOnceAndIsGone() {
        staff.owner().close();

        assertThat(Files.exists(site.data().resolve("owner-setup.link"))).isFalse();
        assertThat(site.output()).contains("/admin/welcome?link=");
    }

    @Test
    void aLinkThatWasUsedSaysSo() {
        staff.owner().close();
        String link = site.output()
                .lines()
                .filter(line -> line.contains("/admin/welcome?link="))
                .findFirst()
                .orElseThrow()
                .strip();
        try (BrowserContext browser = staff.nobody()) {
            Page page = browser.newPage();
            page.navigate(link.substring(link.indexOf("http")));

            assertThat(page.textContent("main")).contains("This link was used");
        }
    }

    @Test
    void ownersNeedBothFactorsAndACodeOpensOnce() {
        Authenticator phone = staff.phone();
        try (BrowserContext browser = staff.nobody()) {
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/help?read=again"));
            assertThat(page.url()).contains("/admin/sign-in?to=");
            password(page, Staff.OWNER_EMAIL, Staff.OWNER_PASSWORD);
            page.waitForURL("**/admin/code");
            code(page, phone.usedCode());
            assertThat(page.locator(".complaint")).containsText("has been used");
            code(page, phone.code());
            page.waitForURL(staff.address("/admin/help?read=again"));

            page.click("#leave\\:signOut");
            page.waitForURL("**/admin/sign-in");
            page.navigate(staff.address("/admin"));
            assertThat(page.url()).contains("/admin/sign-in");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonAreToldTheSame() {
        staff.as("READER").close();
        try (BrowserContext browser = staff.nobody()) {
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/sign-in"));
            password(page, Staff.email("READER"), "not the right words at all");
            String wrong = page.textContent(".complaint");
            assertThat(page.inputValue("#email")).isEqualTo(Staff.email("READER"));
            assertThat(page.inputValue("#password")).isEmpty();
            password(page, "nobody-of-that-name@niner.example", "not the right words at all");

            assertThat(page.textContent(".complaint")).isEqualTo(wrong).contains("not right");
        }
    }

    @Test
    void whoGuessesWaitsLongerAndLonger() {
        try (BrowserContext browser = staff.nobody()) {
            Page page = browser.newPage();
            page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.77"));
            page.navigate(staff.address("/admin/sign-in"));
            int attempts = 0;
            do {
                page.fill("#email", "guessed@niner.example");
                page.fill("#password", "attempt number " + attempts + " of a guesser");
                Staff.press(page, "#go");
                attempts++;
                // the first waits are short: a slow machine does not notice them
            } while (attempts < FREE_ATTEMPTS + 10
                    && !page.textContent(".complaint").contains("Too many attempts"));

            assertThat(page.locator(".complaint")).containsText("Too many attempts");
        }
    }

    @Test
    void whoIsLockedOutIsOutAtOnceAndMayComeBack() {
        try (BrowserContext billing = staff.as("BILLING");
                BrowserContext owner = staff.owner()) {
            Page theirs = billing.newPage();
            theirs.navigate(staff.address("/admin"));
            assertThat(theirs.url()).endsWith("/admin");
            Page people = owner.newPage();
            people.navigate(staff.address("/admin/people"));
            press(people, "Lock out");
            theirs.reload();
            assertThat(theirs.url()).contains("/admin/sign-in");
            password(theirs, Staff.email("BILLING"), Staff.PASSWORD);
            assertThat(theirs.locator(".complaint")).containsText("not right");

            people.locator("tr", new Page.LocatorOptions().setHasText(Staff.email("BILLING")))
                    .getByText("Let in again")
                    .click();
            password(theirs, Staff.email("BILLING"), Staff.PASSWORD);
            theirs.waitForURL("**/admin");
        } finally {
            staff.signInAgain("BILLING");
        }
    }

    @Test
    void aSessionCanBeEndedFromAnotherBrowser() {
        staff.as("EDITOR").close();
        try (BrowserContext first = staff.nobody();
                BrowserContext second = staff.nobody();
                BrowserContext third = staff.nobody()) {
            Page lost = first.newPage();
            lost.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.21"));
            editor(lost);
            Page mine = second.newPage();
            editor(mine);
            mine.navigate(staff.address("/admin/account"));
            int before = mine.locator("#sessions tbody tr").count();
            Page later = third.newPage();
            later.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.22"));
            editor(later);

            mine.locator("#sessions tbody tr", new Page.LocatorOptions().setHasText("203.0.113.21"))
                    .locator("button")
                    .click();
            assertThat(mine.locator("#sessions tbody tr", new Page.LocatorOptions().setHasText("203.0.113.22")))
                    .hasCount(1);
            assertThat(mine.locator("#sessions tbody tr")).hasCount(before);
            lost.reload();
            assertThat(lost.url()).contains("/admin/sign-in");
            later.reload();
            assertThat(later.url()).endsWith("/admin");

            mine.click("#sessions\\:endOthers");
            assertThat(mine.locator("#sessions tbody tr")).hasCount(1);
            later.reload();
            assertThat(later.url()).contains("/admin/sign-in");
        } finally {
            staff.signInAgain("EDITOR");
        }
    }

    @Test
    void whatWasTypedOutlivesTheSessionThatEndedBeforeItWasSaved() {
        try (BrowserContext operator = staff.as("OPERATOR")) {
            Page page = operator.newPage();
            page.navigate(staff.address("/admin/server"));
            page.fill("#server\\:city", "Reykjavík");
            operator.clearCookies(new BrowserContext.ClearCookiesOptions().setName("staff"));
            page.click("#server\\:save");
            assertThat(page.locator(".complaint")).containsText("nothing was saved");
            password(page, Staff.email("OPERATOR"), Staff.PASSWORD);

            page.waitForURL("**/admin/server");
            assertThat(page.locator("#server\\:city")).hasValue("Reykjavík");
        }
    }

    @Test
    void aTokenIsShownOnceAndActsForItsPerson() {
        try (BrowserContext operator = staff.as("OPERATOR")) {
            Page page = operator.newPage();
            page.navigate(staff.address("/admin/tokens"));
            page.fill("#name", "nightly script");
            page.getByLabel("Jobs").check();
            page.click("#make");
            String token = page.textContent("#secret").strip();
            page.navigate(staff.address("/admin/tokens"));

            assertThat(page.content()).contains("nightly script").doesNotContain(token);
            assertThat(site.asBearer(token, "jobs").statusCode()).isEqualTo(200);
            page.locator("tr", new Page.LocatorOptions().setHasText("nightly script"))
                    .getByText("Revoke")
                    .click();
            page.click(".ui-confirmdialog-yes");
            assertThat(page.locator(".news")).containsText("revoked");
            assertThat(site.asBearer(token, "jobs").statusCode()).isEqualTo(401);
        }
    }

    private static void press(Page people, String button) {
        people.locator("tr", new Page.LocatorOptions().setHasText(Staff.email("BILLING")))
                .getByText(button)
                .click();
        people.click(".ui-confirmdialog-yes");
        assertThat(people.locator(".news")).isVisible();
    }

    private static void editor(Page page) {
        page.navigate(staff.address("/admin/sign-in"));
        password(page, Staff.email("EDITOR"), Staff.PASSWORD);
        page.waitForURL("**/admin");
    }

    private static void password(Page page, String email, String password) {
        page.fill("#email", email);
        page.fill("#password", password);
        page.click("#go");
    }

    private static void code(Page page, String code) {
        page.fill("#code", code);
        page.click("#go");
    }
}
