package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with bad intentions tries against the back office. */
class SecurityIT {

    /** Each would set a mark in the page, were it ever taken for markup or script. */
    private static final List<String> PAYLOADS = List.of(
            "<script>window.stung=1</script>",
            "\"><img src=x onerror=window.stung=1>",
            "'-window.stung=1-'",
            "</title></textarea><svg/onload=window.stung=1>",
            "javascript:window.stung=1",
            "#{window.stung}${7*7}#{7*7}",
            "\" autofocus onfocus=window.stung=1 x=\"",
            "<iframe srcdoc='<script>parent.stung=1</script>'>");

    private static final Duration SLOW_CLIENTS_WAIT = Duration.ofSeconds(15);

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
    void cookiesStayWithinTheBackOfficeAndAwayFromScripts() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/account"));

            assertThat(owner.cookies()).extracting(cookie -> cookie.name).contains("staff", "desk");
            assertThat(owner.cookies()).allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                assertThat(cookie.path).isEqualTo("/admin");
            });
        }
    }

    @Test
    void behindAProxyThatSpeaksTlsCookiesAreSecure() {
        HttpResponse<String> form = site.send(HttpRequest.newBuilder(site.url("/admin/sign-in"))
                .header("X-Forwarded-Proto", "https")
                .build());

        assertThat(form.headers().allValues("set-cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
    }

    @Test
    void signingInChangesTheNamesThatSomebodyMightHavePlanted() {
        staff.as("READER").close();
        try (BrowserContext browser = staff.nobody()) {
            browser.addCookies(List.of(new Cookie("staff", "planted")
                    .setDomain("127.0.0.1")
                    .setPath("/admin")
                    .setHttpOnly(true)));
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/sign-in"));
            String before = cookie(browser, "desk");
            signIn(page, Staff.email("READER"), Staff.PASSWORD);
            page.waitForURL("**/admin");

            assertThat(cookie(browser, "staff")).isNotEqualTo("planted").hasSizeGreaterThan(30);
            assertThat(cookie(browser, "desk")).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "/admin/../../evil",
                "javascript:alert(1)",
                "/admin/%2e%2e//evil.example"
            })
    void signingInLeadsNowhereElse(String wanted) {
        staff.as("READER").close();
        try (BrowserContext browser = staff.nobody()) {
            Page page = browser.newPage();
            page.navigate(staff.address("/admin/sign-in?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)));
            signIn(page, Staff.email("READER"), Staff.PASSWORD);
            page.waitForURL(staff.address("/admin"));
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        try (BrowserContext owner = staff.owner();
                BrowserContext reader = staff.as("READER")) {
            Page theirs = reader.newPage();
            theirs.navigate(staff.address("/admin/account"));
            String state = theirs.inputValue("#profile input[name='jakarta.faces.ViewState']");
            Page page = owner.newPage();
            page.navigate(staff.address("/admin/account"));
            HttpRequest.Builder post = HttpRequest.newBuilder(site.url("/admin/account"))
                    .header("Cookie", "staff=" + cookie(owner, "staff") + "; desk=" + cookie(owner, "desk"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("profile=profile&name=Mallory&language=&saveProfile="
                            + "&jakarta.faces.ViewState=" + URLEncoder.encode(state, StandardCharsets.UTF_8)));

            HttpResponse<String> foreign = site.send(post.copy()
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Origin", "https://evil.example")
                    .build());
            HttpResponse<String> older = site.send(
                    post.copy().header("Origin", "https://evil.example").build());
            HttpResponse<String> hidden =
                    site.send(post.copy().header("Origin", "null").build());
            HttpResponse<String> withStateOfAnother = site.send(post.copy().build());

            assertThat(List.of(foreign.statusCode(), older.statusCode(), hidden.statusCode()))
                    .containsOnly(403);
            assertThat(withStateOfAnother.body()).doesNotContain("Saved.");
            page.navigate(staff.address("/admin/account"));
            assertThat(page.inputValue("#name")).isNotEqualTo("Mallory");
        }
    }

    @Test
    void moreFieldsThanTheFormHasChangeNothing() {
        try (BrowserContext reader = staff.as("READER")) {
            Page page = reader.newPage();
            page.navigate(staff.address("/admin/account"));
            page.evaluate("""
                    for (const [name, value] of [['role', 'OWNER'], ['permissions', 'PEOPLE'], ['accountPage.me.who.role', 'OWNER'], ['email', 'mallory@niner.example']]) {
                        const more = document.createElement('input');
                        more.name = name; more.value = value; more.type = 'hidden';
                        document.querySelector('#profile').append(more);
                    }
                    """);
            Staff.press(page, "#saveProfile");

            page.navigate(staff.address("/admin/account"));
            assertThat(page.textContent("main")).contains(Staff.email("READER"));
            assertThat(page.navigate(staff.address("/admin/people")).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsTypedIsNeverTakenForMarkup() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            List<String> dialogs = new CopyOnWriteArrayList<>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.accept();
            });
            String corpus = String.join(" ", PAYLOADS);
            fillEverything(page, "/admin/account", "#profile", "#saveProfile", corpus);
            for (String payload : PAYLOADS) {
                fillEverything(page, "/admin/tokens", "#create", "#make", payload);
            }
            page.navigate(staff.address("/admin/people"));
            page.fill("#email", "sting@niner.example");
            page.fill("#name", PAYLOADS.get(1));
            Staff.press(page, "#send");

            for (String path : adminPages(page)) {
                page.navigate(staff.address(path));
                unstung(page, path);
            }
            page.navigate(staff.address("/admin/people"));
            page.locator("tr", new Page.LocatorOptions().setHasText("sting@niner.example"))
                    .getByText("Lock out")
                    .click();
            page.waitForSelector(".ui-confirmdialog-no");
            unstung(page, "the question before somebody is locked out");
            page.click(".ui-confirmdialog-no");
            assertThat(dialogs).isEmpty();
            page.navigate(staff.address("/admin/tokens"));
            assertThat(page.textContent("main")).contains(PAYLOADS.get(0), PAYLOADS.get(5));
            fillEverything(page, "/admin/account", "#profile", "#saveProfile", "Olive Owner");
        }
    }

    @Test
    void everyPageForbidsFramesAndForeignScripts() {
        try (BrowserContext owner = staff.owner()) {
            Page page = owner.newPage();
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(page.url() + " " + message.text());
                }
            });
            for (String path : adminPages(page)) {
                Response response = page.navigate(staff.address(path));
                String policy = response.headers().get("content-security-policy");

                assertThat(policy).as(path).contains("frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'");
                assertThat(scriptSources(policy))
                        .as(path)
                        .doesNotContain("unsafe-inline")
                        .doesNotContain("*");
                assertThat(response.headers().get("cache-control")).as(path).contains("no-store");
                assertThat(
                                page.evaluate(
                                        "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).filter(a => a.name.startsWith('on')).length"))
                        .as(path)
                        .isEqualTo(0);
            }
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../WEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/admin/../WEB-INF/web.xml",
                "/admin/..%2fWEB-INF/web.xml",
                "/jakarta.faces.resource/../WEB-INF/web.xml?ln=primefaces",
                "/jakarta.faces.resource/web.xml?ln=../WEB-INF",
                "/jakarta.faces.resource/%2e%2e/web.xml?ln=%2e%2e/WEB-INF",
                "/WEB-INF/admin.xhtml",
                "/admin/people.xhtml",
                "/%61dmin/people",
                "/admin%2fpeople"
            })
    void nothingOfTheInsideIsServed(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("<web-app").doesNotContain("ui:composition");
        assertThat(answer.substring(9, 12)).isIn("302", "400", "404");
        assertThat(answer).doesNotContain(Staff.OWNER_EMAIL);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedInWords() throws IOException {
        int size = 3 * 1024 * 1024;
        HttpResponse<String> form = site.send(HttpRequest.newBuilder(site.url("/admin/sign-in"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=" + "a".repeat(size)))
                .build());
        HttpResponse<String> api = site.send(HttpRequest.newBuilder(site.url("/api/v1/servers/import"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + site.token())
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("#".repeat(size)))
                .build());

        assertThat(List.of(form.statusCode(), api.statusCode())).containsOnly(413);
        assertThat(form.body()).contains("too large");
    }

    @Test
    void aBodySentDropByDropIsNotWaitedFor() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.setSoTimeout((int) SLOW_CLIENTS_WAIT.toMillis());
            socket.getOutputStream()
                    .write(
                            ("POST /admin/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                            + "Connection: close\r\nContent-Length: 1000\r\n\r\nemail=")
                                    .getBytes(StandardCharsets.US_ASCII));
            // the connection may stay open for the rest of the body, but no thread waits for it any more
            String answer = answer(socket.getInputStream());

            assertThat(answer)
                    .startsWith("HTTP/1.1 ")
                    .endsWith("</html>")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
            assertThat(site.get("/").statusCode()).isEqualTo(200);
        }
    }

    private static void unstung(Page page, String where) {
        assertThat(page.evaluate("window.stung === undefined")).as(where).isEqualTo(true);
        assertThat(page.evaluate(
                        "document.querySelectorAll('img[src=x], iframe, svg[onload], [autofocus][onfocus]').length"))
                .as(where)
                .isEqualTo(0);
        assertThat(page.textContent("body")).as(where).doesNotContain("4949");
    }

    /** The pages that the navigation names. */
    static List<String> adminPages(Page page) {
        page.navigate(staff.address("/admin"));
        return page.locator("nav a[href^='/admin']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .collect(Collectors.toList());
    }

    private static void fillEverything(Page page, String path, String form, String button, String text) {
        page.navigate(staff.address(path));
        page.evaluate("document.querySelectorAll('[maxlength]').forEach(e => e.removeAttribute('maxlength'))");
        page.locator(form + " input[type=text]")
                .all()
                .forEach(field -> field.fill(text.substring(0, Math.min(60, text.length()))));
        Staff.press(page, button);
    }

    private static void signIn(Page page, String email, String password) {
        page.fill("#email", email);
        page.fill("#password", password);
        page.click("#go");
    }

    private static String cookie(BrowserContext browser, String name) {
        return browser.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    private static String scriptSources(String policy) {
        return policy.substring(policy.indexOf("script-src")).split(";")[0];
    }

    /** Up to the end of the page, or of the connection. */
    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            read.write(b);
            if (b == '>' && read.toString(StandardCharsets.UTF_8).endsWith("</html>")) {
                break;
            }
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.setSoTimeout((int) SLOW_CLIENTS_WAIT.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
