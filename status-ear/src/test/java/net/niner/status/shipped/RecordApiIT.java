package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts, incidents, maintenance and follow-ups as scripts make and read them, and as the clients of Statuspage read them. On a site of its own. */
class RecordApiIT {

    /** What everybody gets may be a second old. */
    private static final Duration A_LITTLE_LATER = Duration.ofSeconds(5);

    @TempDir
    private static Path data;

    private static Chromium chromium;
    private static Site site;
    private static String token;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        site = Site.start(data);
        token = Staff.of(chromium, site).token("Read", "Posts", "Incidents", "Maintenance");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    void aPostIsWrittenReadChangedPublishedAndWithdrawn() throws Exception {
        HttpResponse<String> made = send("POST", "posts", """
                {"title": "Disk full", "body": "Hello *world*", "servers": ["NC036"], "tags": ["Disk"]}""");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String address = made.headers().firstValue("Location").orElseThrow();
        JsonObject draft = JsonParser.object().from(made.body());
        assertThat(draft.getString("title")).isEqualTo("NC036: Disk full");
        assertThat(draft.getString("state")).isEqualTo("DRAFT");
        assertThat(draft.getString("path")).isNull();

        HttpResponse<String> read = send("GET", address.substring("/api/v1/".length()), "");
        String version = read.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> published = send("POST", of(address) + "/publish", "", "If-Match", version);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        String path = JsonParser.object().from(published.body()).getString("path");
        assertThat(path).matches("/\\d{4}/\\d\\d/\\d\\d/nc036-disk-full");
        assertThat(site.get(path).body()).contains("Hello <em>world</em>");

        HttpResponse<String> late = send("PUT", of(address), """
                {"title": "Disk full", "body": "Late"}""", "If-Match", version);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("somebody else changed this");
        assertThat(send("PUT", of(address), "{\"title\": \"x\"}").statusCode()).isEqualTo(428);

        String now = published.headers().firstValue("ETag").orElseThrow();
        assertThat(send("GET", of(address), "", "If-None-Match", now).statusCode())
                .isEqualTo(304);
        HttpResponse<String> withdrawn =
                send("POST", of(address) + "/withdraw", "{\"reason\": \"Wrong server\"}", "If-Match", now);
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        await().atMost(A_LITTLE_LATER).until(() -> site.get(path).statusCode() == 410);
    }

    @Test
    void whatIsSentTwiceWithOneKeyIsDoneOnce() throws Exception {
        String body = "{\"title\": \"Once\", \"body\": \"x\", \"tags\": [\"once\"]}";
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Callable<HttpResponse<String>>> presses = IntStream.range(0, 8)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            i -> () -> send("POST", "posts", body, "Idempotency-Key", "the-same"))
                    .toList();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (var answer : many.invokeAll(presses)) {
                answers.add(answer.get());
            }
            assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(HttpResponse::body)
                            .collect(Collectors.toSet()))
                    .hasSize(1);
        } finally {
            many.shutdown();
        }
        assertThat(items("posts?tag=once")).hasSize(1);

        HttpResponse<String> another =
                send("POST", "posts", body.replace("Once", "Other"), "Idempotency-Key", "the-same");
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("was used for another request");
    }

    /** A refused request leaves its key free: mended, it may be sent with the same one. */
    @Test
    void whatWasRefusedMayBeMendedAndSentAgainWithItsKey() throws Exception {
        assertThat(send("POST", "posts", "{\"title\": \"\"}", "Idempotency-Key", "mended")
                        .statusCode())
                .isEqualTo(422);

        assertThat(send("POST", "posts", "{\"title\": \"Mended\"}", "Idempotency-Key", "mended")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aListIsReadToItsEndWhileOthersWrite() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("POST", "posts", "{\"title\": \"Page %d\", \"tags\": [\"paged\"]}".formatted(i));
        }
        List<String> titles = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject slice = JsonParser.object()
                    .from(send("GET", "posts?tag=paged&limit=2" + cursor, "").body());
            slice.getArray("items").forEach(item -> titles.add(((JsonObject) item).getString("title")));
            send("POST", "posts", "{\"title\": \"Newer\", \"tags\": [\"paged\"]}");
            cursor = slice.getString("next") == null ? null : "&cursor=" + slice.getString("next");
        } while (cursor != null);

        assertThat(titles).containsExactly("Page 4", "Page 3", "Page 2", "Page 1", "Page 0");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | posts | {\"titel\": \"x\"} | 400 | titel is not known",
                "POST | posts | {\"title\": 3} | 400 | title must be a string",
                "POST | posts | [1] | 400 | the body must be a JSON object",
                "POST | posts | {\"title\": | 400 | the body is not JSON",
                "POST | posts | {\"title\": \"x\", \"servers\": [\"NC999\"]} | 422 | servers names a server that is not there: NC999",
                "POST | posts | {\"title\": \"x\", \"format\": \"WORD\"} | 400 | format must be one of MARKDOWN, HTML, not WORD",
                "POST | incidents | {\"title\": \"x\", \"text\": \"y\"} | 422 | at least one server",
                "POST | incidents | {\"title\": \"x\", \"text\": \"y\", \"impacts\": {\"NC036\": \"BAD\"}} | 400 | impacts.NC036 must be one of",
                "POST | incidents | {\"title\": \"x\", \"text\": \"y\", \"impacts\": {\"NC036\": \"DEGRADED\"}, \"began\": \"yesterday\"} | 400 | began must be a time",
                "POST | incidents | {\"title\": \"x\", \"text\": \"y\", \"impacts\": {\"NC036\": \"DEGRADED\"}, \"began\": \"2999-01-01T00:00:00Z\"} | 422 | began lies in the future",
                "POST | maintenance | {\"title\": \"x\", \"servers\": [\"NC036\"], \"from\": \"2999-01-02T00:00:00Z\", \"until\": \"2999-01-01T00:00:00Z\"} | 422 | until lies before",
                "POST | follow-ups | {\"text\": \"x\", \"owner\": \"y\", \"due\": \"2026-02-30\"} | 400 | due must be a day",
                "POST | posts | {\"title\": \"a\\u0000b\"} | 400 | title holds the character U+0000",
                "GET | posts?tag=%00 | `` | 400 | U+0000",
                "PUT | follow-ups/1/evidence | {\"check\": 99999999999999999999} | 400 | check is too large",
                "GET | posts/987654321 | `` | 404 | there is no post 987654321",
                "GET | posts/x | `` | 400 | the post must be a whole number",
                "GET | posts?cursor=nonsense | `` | 400 | cursor must be",
                "GET | posts?limit=1000 | `` | 400 | limit must be a whole number from 1 to 100",
                "GET | incidents?state=SAD | `` | 400 | state must be one of",
            })
    void whatCannotBeUsedIsNamed(String method, String path, String body, int status, String sentence)
            throws Exception {
        HttpResponse<String> answer = send(method, path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonParser.object().from(answer.body()).getString("detail")).contains(sentence);
    }

    @Test
    void whatIsNestedTooDeeplyIsNoServersFault() {
        String deep = "{\"title\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(send("POST", "posts", deep).statusCode()).isEqualTo(400);
    }

    /** Without a key too: what cannot be published is not left behind as a draft. */
    @Test
    void whatIsRefusedLeavesNothingBehind() throws Exception {
        assertThat(send("POST", "posts", "{\"title\": \"Half\", \"tags\": [\"half\"], \"publish\": true}")
                        .statusCode())
                .isEqualTo(422);

        assertThat(items("posts?tag=half")).isEmpty();
    }

    @Test
    void aBodyOverAMegabyteIsRefusedAndNothingIsWritten() throws Exception {
        HttpResponse<String> answer = send(
                "POST",
                "posts",
                "{\"title\": \"Large\", \"tags\": [\"large\"], \"body\": \"" + "x".repeat(1024 * 1024) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(items("posts?tag=large")).isEmpty();
    }

    @Test
    void whoLacksThePermissionIsTold() throws Exception {
        HttpResponse<String> answer = site.send(
                request("POST", "posts", "{\"title\": \"x\"}", site.token()).build());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("lacks the permission POSTS");
    }

    @Test
    void anIncidentIsOpenedToldResolvedReopenedAndCorrected() throws Exception {
        HttpResponse<String> opened = send("POST", "incidents", """
                {"title": "Mail is delayed", "text": "We look into it.", "impacts": {"NC033": "PARTIAL_OUTAGE"},
                 "began": "2026-01-02T03:04:05Z"}""");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String address = of(opened.headers().firstValue("Location").orElseThrow());
        declared("NC033", "PARTIAL_OUTAGE");
        assertThat(v2("status").getObject("status").getString("indicator")).isEqualTo("major");
        JsonObject unresolved = v2("incidents/unresolved").getArray("incidents").getObject(0);
        assertThat(unresolved.getString("status")).isEqualTo("investigating");
        assertThat(unresolved.getString("impact")).isEqualTo("major");
        assertThat(unresolved.getArray("components").getObject(0).getString("status"))
                .isEqualTo("partial_outage");
        assertThat(unresolved.getArray("incident_updates").getObject(0).getString("body"))
                .isEqualTo("We look into it.");

        HttpResponse<String> told = tell(address, "MONITORING", "{\"NC033\": \"DEGRADED\"}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
        declared("NC033", "DEGRADED");
        assertThat(tell(address, "RESOLVED", "{}").statusCode()).isEqualTo(201);
        declared("NC033", "OPERATIONAL");
        assertThat(tell(address, "INVESTIGATING", "{\"NC033\": \"DEGRADED\"}").statusCode())
                .isEqualTo(201);
        declared("NC033", "DEGRADED");
        tell(address, "RESOLVED", "{}");

        HttpResponse<String> corrected = send(
                "PUT", address + "/times", "{\"began\": \"2026-01-02T03:00:00Z\"}", "If-Match", versionOf(address));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        JsonObject incident = JsonParser.object().from(corrected.body());
        assertThat(incident.getString("began")).isEqualTo("2026-01-02T03:00:00Z");
        assertThat(incident.getArray("updates")).hasSize(5);
        assertThat(site.get("/incidents/" + incident.getInt("id")).body()).contains("Mail is delayed");
    }

    @Test
    void whatWasWithdrawnIsNowhereToBeRead() throws Exception {
        HttpResponse<String> opened = send("POST", "incidents", """
                {"title": "Disks fail", "text": "Written by mistake.", "impacts": {"NC035": "DEGRADED"}}""");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        JsonObject incident = JsonParser.object().from(opened.body());
        String page = "/incidents/" + incident.getInt("id");
        tell(of(opened.headers().firstValue("Location").orElseThrow()), "RESOLVED", "{}");
        List<String> places = List.of("/api/v2/incidents.json", page, "/history");
        await().atMost(A_LITTLE_LATER)
                .untilAsserted(() ->
                        assertThat(site.get("/api/v2/incidents.json").body()).contains("Written by mistake."));
        assertThat(site.get(page).body()).contains("Written by mistake.");

        for (Object update : JsonParser.object()
                .from(send("GET", "incidents/" + incident.getInt("id"), "").body())
                .getArray("updates")) {
            String post = "posts/" + ((JsonObject) update).getInt("post");
            assertThat(send("POST", post + "/withdraw", "{}", "If-Match", versionOf(post))
                            .statusCode())
                    .isEqualTo(200);
        }

        await().atMost(A_LITTLE_LATER).untilAsserted(() -> assertThat(places)
                .allSatisfy(place -> assertThat(site.get(place).body())
                        .contains("Disks fail")
                        .doesNotContain("Written by mistake.")));
    }

    @Test
    void maintenanceIsPlannedBegunExtendedAndEnded() throws Exception {
        HttpResponse<String> planned = send("POST", "maintenance", """
                {"title": "New disks", "servers": ["NC035"], "from": "2999-01-01T00:00:00Z", "until": "2999-01-01T02:00:00Z",
                 "news": "We replace disks."}""");
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        String address = of(planned.headers().firstValue("Location").orElseThrow());
        await().atMost(A_LITTLE_LATER).untilAsserted(() -> assertThat(
                        v2("scheduled-maintenances/upcoming").getArray("scheduled_maintenances").stream()
                                .map(JsonObject.class::cast))
                .anySatisfy(upcoming -> {
                    assertThat(upcoming.getString("status")).isEqualTo("scheduled");
                    assertThat(upcoming.getString("scheduled_for")).isEqualTo("2999-01-01T00:00:00.000Z");
                }));

        String seen = planned.headers().firstValue("ETag").orElseThrow();
        assertThat(seen).isEqualTo(versionOf(address));
        assertThat(send("POST", address + "/start", "{}").statusCode()).isEqualTo(428);
        assertThat(send("POST", address + "/start", "{}", "If-Match", seen).statusCode())
                .isEqualTo(200);
        for (String late : List.of("/verify", "/complete", "/cancel")) {
            String body = late.equals("/cancel") ? "{\"reason\": \"Too late\"}" : "{}";
            assertThat(send("POST", address + late, body, "If-Match", seen).statusCode())
                    .as(late)
                    .isEqualTo(412);
        }
        declared("NC035", "MAINTENANCE");
        assertThat(v2("scheduled-maintenances/active").getArray("scheduled_maintenances"))
                .hasSize(1);
        assertThat(send("POST", address + "/extend", "{\"minutes\": 30}", "If-Match", versionOf(address))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("POST", address + "/complete", "{\"news\": \"Done.\"}", "If-Match", versionOf(address))
                        .statusCode())
                .isEqualTo(200);
        declared("NC035", "OPERATIONAL");
        assertThat(send("POST", address + "/start", "{}", "If-Match", versionOf(address))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void programsSubscribeToTheCalendar() {
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));
        HttpResponse<String> planned = send("POST", "maintenance", """
                {"title": "New roof", "servers": ["NC041"], "from": "%s", "until": "%s"}""".formatted(tomorrow, tomorrow.plusSeconds(3600)));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        theCalendarHasIt("NC041: New roof");
    }

    @Test
    void allMaintenanceIsListedNewestFirst() throws Exception {
        for (String day : List.of("03", "01", "02")) {
            assertThat(send("POST", "maintenance", """
                            {"title": "Cables", "servers": ["NC041"], "from": "2998-01-%1$sT00:00:00Z", "until": "2998-01-%1$sT02:00:00Z"}""".formatted(day)).statusCode())
                    .isEqualTo(201);
        }
        await().atMost(A_LITTLE_LATER)
                .untilAsserted(() -> assertThat(scheduled()).contains("2998-01-03", "2998-01-01", "2998-01-02"));
        assertThat(scheduled()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static List<String> scheduled() throws JsonParserException {
        return v2("scheduled-maintenances").getArray("scheduled_maintenances").stream()
                .map(window -> ((JsonObject) window).getString("scheduled_for").substring(0, 10))
                .toList();
    }

    @Test
    void postMortemsAreReadWithTheFollowUpsOfTheirLessons() throws Exception {
        HttpResponse<String> opened = send("POST", "incidents", """
                {"title": "Mail stood still", "text": "Solved.", "impacts": {"NC042": "DEGRADED"}}""");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String incident = of(opened.headers().firstValue("Location").orElseThrow());
        assertThat(opened.headers().firstValue("ETag")).hasValue(versionOf(incident));
        tell(incident, "RESOLVED", "{}");
        String number = incident.substring(incident.lastIndexOf('/') + 1);
        write(number);

        JsonObject listed = items("post-mortems?limit=1").getObject(0);
        assertThat(listed.getLong("incident")).isEqualTo(Long.parseLong(number));
        HttpResponse<String> read = send("GET", "post-mortems/" + listed.getLong("id"), "");
        JsonObject one = JsonParser.object().from(read.body());
        assertThat(one).isEqualTo(listed);
        assertThat(one.getString("state")).isEqualTo("PUBLISHED");
        assertThat(one.getArray("causes")).containsExactly("A log grew");
        assertThat(one.getArray("timeline").getObject(0).getString("text")).isEqualTo("The incident began");
        JsonObject lesson = one.getArray("lessons").getObject(0);
        assertThat(lesson.getString("text")).isEqualTo("Watch every disk");
        long promise = lesson.getArray("followUps").getLong(0);
        assertThat(send("GET", "follow-ups/" + promise, "").body()).contains("Watch the disks");
        assertThat(site.get(one.getString("path")).statusCode()).isEqualTo(200);
        assertThat(send(
                                "GET",
                                "post-mortems/" + one.getLong("id"),
                                "",
                                "If-None-Match",
                                read.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(send("GET", "post-mortems/987654321", "").statusCode()).isEqualTo(404);
    }

    /** What is refused at the first press leaves nothing behind; and whoever began the same one meanwhile is told, and loses nothing. */
    private static void write(String incident) {
        Staff staff = Staff.of(chromium, site);
        try (BrowserContext owner = staff.owner();
                BrowserContext other = staff.as("EDITOR")) {
            String address = staff.address("/admin/post-mortem?incident=" + incident);
            Page late = other.newPage();
            late.navigate(address);
            Page page = owner.newPage();
            page.navigate(address);
            page.fill("[id='pm:summary']", "Mail waited.");
            page.fill("[id='pm:lessons:0:text']", "Watch every disk");
            page.fill("[id='pm:lessons:0:promise']", "Watch the disks");
            page.fill("[id='pm:lessons:0:owner']", "Operations");
            publish(page);
            assertThat(page.locator("#cause0Error").textContent()).contains("without a cause");
            page.fill("[id='pm:causes:0:text']", "A log grew");
            publish(page);
            page.waitForURL("**/admin/post-mortem?id=*");

            late.fill("[id='pm:summary']", "My words.");
            Staff.press(late, "[id='pm:save']");
            assertThat(late.textContent("main")).contains("has saved something else meanwhile");
            assertThat(late.inputValue("[id='pm:summary']")).isEqualTo("My words.");
            assertThat(late.inputValue("[id='pm:lessons:0:text']")).isEqualTo("Watch every disk");
            assertThat(late.locator("[id='pm:publish']").count()).isZero();
        }
    }

    private static void publish(Page page) {
        page.click("[id='pm:publish']");
        Staff.press(page, ".ui-confirmdialog-yes");
    }

    @Test
    void aPromiseIsMadeMovedProvenAndKept() throws Exception {
        HttpResponse<String> promised = send("POST", "follow-ups", """
                {"text": "Keep the key in two places", "owner": "The owner", "due": "2020-01-01"}""");
        assertThat(promised.statusCode()).as(promised.body()).isEqualTo(201);
        String address = of(promised.headers().firstValue("Location").orElseThrow());
        assertThat(JsonParser.object().from(promised.body()).getBoolean("overdue"))
                .isTrue();
        String seen = promised.headers().firstValue("ETag").orElseThrow();
        assertThat(seen).isEqualTo(versionOf(address));
        assertThat(send("PUT", address + "/evidence", "{}").statusCode()).isEqualTo(428);
        assertThat(send("PUT", address + "/evidence", "{\"link\": \"ftp://x\"}", "If-Match", seen)
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> proven =
                send("PUT", address + "/evidence", "{\"link\": \"https://example.com/proof\"}", "If-Match", seen);
        assertThat(proven.statusCode()).isEqualTo(200);
        assertThat(send("PUT", address + "/evidence", "{}", "If-Match", seen).statusCode())
                .isEqualTo(412);
        for (String state : List.of("DONE", "DROPPED")) {
            assertThat(send("PUT", address + "/state", moved(state), "If-Match", seen)
                            .statusCode())
                    .as(state)
                    .isEqualTo(412);
        }
        String now = proven.headers().firstValue("ETag").orElseThrow();
        assertThat(send("PUT", address + "/state", moved("DONE")).statusCode()).isEqualTo(428);
        assertThat(send("PUT", address + "/state", moved("DROPPED"), "If-Match", now)
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("PUT", address + "/state", moved("DONE"), "If-Match", now)
                        .body())
                .contains("DONE");
        assertThat(site.get("/follow-ups").body()).contains("Keep the key in two places");
    }

    @ParameterizedTest
    @CsvSource({
        "summary",
        "status",
        "components",
        "incidents",
        "incidents/unresolved",
        "scheduled-maintenances",
        "scheduled-maintenances/upcoming",
        "scheduled-maintenances/active"
    })
    void everybodysPagesMayReadTheStatusFieldForField(String name) throws Exception {
        HttpResponse<String> answer = site.get("/api/v2/" + name + ".json");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        JsonObject json = JsonParser.object().from(answer.body());
        assertThat(json.getObject("page")).containsOnlyKeys("id", "name", "url", "time_zone", "updated_at");
        switch (name) {
            case "summary" ->
                assertThat(json)
                        .containsOnlyKeys("page", "status", "components", "incidents", "scheduled_maintenances");
            case "status" -> assertThat(json.getObject("status")).containsOnlyKeys("indicator", "description");
            case "components" ->
                json.getArray("components").forEach(component -> {
                    JsonObject one = (JsonObject) component;
                    List<String> fields = new ArrayList<>(List.of(
                            "id",
                            "name",
                            "status",
                            "created_at",
                            "updated_at",
                            "position",
                            "description",
                            "showcase",
                            "start_date",
                            "group_id",
                            "page_id",
                            "group",
                            "only_show_if_degraded"));
                    if (one.getBoolean("group")) {
                        fields.add("components");
                    }
                    assertThat(one).containsOnlyKeys(fields.toArray(String[]::new));
                });
            default -> assertThat(json).hasSize(2);
        }
    }

    @Test
    void aBadgeIsReadAloud() {
        HttpResponse<String> badge = site.get("/badge/NC036.svg");

        assertThat(badge.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=UTF-8");
        assertThat(badge.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        assertThat(badge.body()).contains("role=\"img\"", "<title>NC036: Operational</title>");
        assertThat(site.get("/badge/NC036/ping.svg").body()).contains("<title>NC036 Ping: ");
        assertThat(site.get("/badge/NC036/uptime.svg").body()).contains("<title>NC036 reachable, 30 days: ");
        assertThat(site.get("/badge/NC999.svg").statusCode()).isEqualTo(404);
    }

    private static String moved(String state) {
        return "{\"state\": \"" + state + "\"}";
    }

    private static void theCalendarHasIt(String summary) {
        await().atMost(A_LITTLE_LATER)
                .untilAsserted(
                        () -> assertThat(site.get("/maintenance.ics").body()).contains("SUMMARY:" + summary));
        HttpResponse<String> calendar = site.get("/maintenance.ics/");
        assertThat(calendar.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(calendar.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(calendar.body()).contains("URL:" + site.url("/maintenance/"));
        String known = calendar.headers().firstValue("ETag").orElseThrow();
        assertThat(site.send(HttpRequest.newBuilder(site.url("/maintenance.ics"))
                                .header("If-None-Match", known)
                                .build())
                        .statusCode())
                .isEqualTo(304);
    }

    private static HttpResponse<String> tell(String address, String state, String impacts) throws Exception {
        return send(
                "POST",
                address + "/updates",
                "{\"text\": \"So it is.\", \"state\": \"%s\", \"impacts\": %s}".formatted(state, impacts),
                "If-Match",
                versionOf(address));
    }

    private static String versionOf(String address) throws IOException {
        return send("GET", address, "").headers().firstValue("ETag").orElseThrow();
    }

    private static void declared(String code, String status) {
        await().atMost(A_LITTLE_LATER)
                .untilAsserted(() -> assertThat(statusOf(code)).isEqualTo(status));
    }

    private static String statusOf(String code) throws JsonParserException {
        JsonArray servers =
                JsonParser.object().from(site.get("/api/v1/servers").body()).getArray("servers");
        return servers.stream()
                .map(JsonObject.class::cast)
                .filter(server -> server.getString("code").equals(code))
                .findFirst()
                .orElseThrow()
                .getString("status");
    }

    private static JsonObject v2(String name) throws JsonParserException {
        return JsonParser.object().from(site.get("/api/v2/" + name + ".json").body());
    }

    private static JsonArray items(String path) throws Exception {
        return JsonParser.object().from(send("GET", path, "").body()).getArray("items");
    }

    private static String of(String location) {
        return location.substring("/api/v1/".length());
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(method, path, body, token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return site.send(request.build());
    }

    private static HttpRequest.Builder request(String method, String path, String body, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.url("/api/v1/" + path))
                .header("Authorization", "Bearer " + bearer)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return body.isEmpty() ? request : request.header("Content-Type", "application/json");
    }
}
