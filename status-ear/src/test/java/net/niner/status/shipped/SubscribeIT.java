package net.niner.status.shipped;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions as visitors make, change and end them, with mail that arrives. On a site of its own, which sends mail. */
class SubscribeIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final String CHOICE = "&topic=INCIDENTS&topic=BILLING&which=some&server=SBS01&language=en";

    @TempDir
    private static Path data;

    private static MailSink sink;
    private static Chromium chromium;
    private static Site site;
    private static String token;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        sink = MailSink.open();
        Files.writeString(data.resolve("status.properties"), """
                status.site.url=https://status.example
                status.mail.host=127.0.0.1
                status.mail.port=%d
                status.mail.security=none
                status.mail.from=status@status.example
                """.formatted(sink.port()));
        site = Site.start(data);
        token = Staff.of(chromium, site).token("Read", "Posts", "Incidents");
        load();
    }

    @AfterAll
    static void close() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (site != null) {
            site.close();
        }
        if (sink != null) {
            sink.close();
        }
    }

    @Test
    void aSubscriptionFromTheFormToTheEnd() {
        String address = "paula@client.example";
        HttpResponse<String> asked = ask(address);
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/subscribe/asked");

        String confirm = mail(address, "confirm").link("/subscribe/confirm/");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> looked = site.get(confirm);
            assertThat(looked.statusCode()).isEqualTo(200);
            assertThat(looked.body()).contains(address, "Yes, send me these news");
            isForOneReader(looked);
        }
        assertThat(site.send(request(confirm)
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get(confirm).body()).as("reading changes nothing").contains("Yes, send me these news");

        String manage = location(post(confirm, ""));
        assertThat(manage).startsWith("/subscribe/manage/").endsWith("?confirmed");
        HttpResponse<String> managed = site.get(manage);
        isForOneReader(managed);
        assertThat(managed.body()).contains("You are subscribed", address);
        assertThat(managed.body()).containsPattern("value=\"SBS01\" checked");

        HttpResponse<String> again = ask("PAULA@client.example");
        assertThat(again.statusCode()).isEqualTo(asked.statusCode());
        assertThat(again.body()).isEqualTo(asked.body());
        assertThat(names(again)).isEqualTo(names(asked));

        incident("Mail is slow");
        MailSink.Mail told = mail(address, "Mail is slow");
        assertThat(told.text()).contains("We look into it.").doesNotContain("SBSINT");
        assertThat(told.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String leave = told.link("/unsubscribe/");
        assertThat(told.header("List-Unsubscribe")).contains("<https://status.example" + leave + ">");
        assertThat(site.get(leave).body()).contains("No more news to " + address);
        assertThat(site.get(manage).body()).as("reading changes nothing").contains("value=\"SBS01\" checked");

        HttpResponse<String> out = post(leave, "List-Unsubscribe=One-Click");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(post(leave, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        assertThat(site.get(leave).body()).contains("You are unsubscribed");
        assertThat(site.get(manage).body()).contains("has ended");

        String other = "other@client.example";
        subscribe(other);
        incident("Mail is slow again");
        mail(other, "Mail is slow again");
        assertThat(sink.latest(address, "again")).isEmpty();
        assertThat(sink.to(address)).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() {
        HttpResponse<String> wrong = post("/subscribe", "address=paula%40nowhere%22%3E%3Cb%3E&which=some&language=fr");
        assertThat(wrong.statusCode()).isEqualTo(400);
        isForOneReader(wrong);
        assertThat(wrong.body())
                .contains(
                        "Mail cannot be sent to that address",
                        "Please choose at least one.",
                        "Please choose at least one server",
                        "paula@nowhere&quot;&gt;&lt;b&gt;")
                .containsPattern("value=\"fr\" checked")
                .containsPattern("value=\"some\" checked");
        assertThat(post("/subscribe", "address=" + "a".repeat(20_000)).statusCode())
                .isEqualTo(413);
        assertThat(post("/unsubscribe/AAAA", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/subscribe/confirm/AAAA").statusCode()).isEqualTo(404);
        assertThat(site.get("/subscribe/manage/AAAA").body()).contains("This link does not work");
        assertThat(site.get("/preferences/AAAA").statusCode()).isEqualTo(404);
        assertThat(post("/feed", "").statusCode()).isEqualTo(405);
        assertThat(site.get("/subscribe/to/SBS01").body()).containsPattern("value=\"SBS01\" checked");
        assertThat(site.get("/subscribe").body()).doesNotContain("SBSINT\" ", "value=\"SBSINT\"");
    }

    @Test
    void thePagesAreForEverybody() {
        String address = "pages@client.example";
        ask(address);
        String confirm = mail(address, "confirm").link("/subscribe/confirm/");
        try (BrowserContext browser = browser(360, ColorScheme.DARK, "fr")) {
            Page page = browser.newPage();
            look(page, "/subscribe", "subscribe-360-dark-fr");
            look(page, "/subscribe/asked", "subscribe-asked-360-dark-fr");
            look(page, confirm, "subscribe-confirm-360-dark-fr");
        }
        try (BrowserContext browser = browser(1280, ColorScheme.LIGHT, "en")) {
            Page page = browser.newPage();
            look(page, "/subscribe", "subscribe-1280-light-en");
            page.navigate(site.url(confirm).toString());
            page.getByText("Yes, send me these news").click();
            assertThat(page.locator("[role=status]")).containsText("You are subscribed");
            look(page, null, "subscribe-manage-1280-light-en");
            page.getByLabel("All servers, also new ones").check();
            page.getByText("Save").click();
            assertThat(page.locator("[role=status]")).containsText("Saved");
            assertThat(page.getByLabel("All servers, also new ones")).isChecked();
            page.locator("main").getByText("Unsubscribe").click();
            look(page, null, "subscribe-leave-1280-light-en");
            page.locator("button.go").click();
            assertThat(page.locator("h1")).hasText("You are unsubscribed");
            assertThat(browser.cookies()).isEmpty();
            page.navigate(site.url("/subscribe").toString());
            page.fill("#address", "paula at client");
            page.locator("button.go").click();
            assertThat(page.locator("#address-wrong")).isVisible();
            look(page, null, "subscribe-wrong-1280-light-en");
        }
    }

    private static void look(Page page, String path, String name) {
        if (path != null) {
            page.navigate(site.url(path).toString());
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name)
                .isTrue();
    }

    private static BrowserContext browser(int width, ColorScheme scheme, String language) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setLocale(language));
    }

    private static void isForOneReader(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static void subscribe(String address) {
        ask(address);
        post(mail(address, "confirm").link("/subscribe/confirm/"), "");
    }

    private static HttpResponse<String> ask(String address) {
        return post("/subscribe", "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + CHOICE);
    }

    private static MailSink.Mail mail(String address, String subject) {
        return await().atMost(A_MINUTE)
                .until(() -> sink.latest(address, subject), Optional::isPresent)
                .orElseThrow();
    }

    private static void incident(String title) {
        HttpResponse<String> opened = site.send(request("/api/v1/incidents")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"title": "%s", "text": "We look into it.", "impacts": {"SBS01": "DEGRADED", "SBSINT": "DEGRADED"}}""".formatted(title)))
                .build());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    private static void load() throws IOException {
        Path file = Files.writeString(data.resolve("subscribe.yaml"), """
                servers:
                  - { code: SBS01, city: Amsterdam, country: NL, role: mail-server, visibility: public }
                  - { code: SBSINT, city: London, country: GB, role: relay-server, visibility: internal }
                """);
        assertThat(site.command("import", "servers", file.toString()).exitCode())
                .isZero();
    }

    private static HttpResponse<String> post(String path, String form) {
        return site.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.url(path));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<String> names(HttpResponse<String> answer) {
        return answer.headers().map().keySet().stream().sorted().toList();
    }
}
