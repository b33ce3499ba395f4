package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiIT {
    private static final String JSON = "application/json";
    private static final String YAML = "application/yaml";

    private final Site site = Site.shared();

    @Test
    void everybodyReadsTheServersFromAnyPage() throws JsonParserException {
        HttpResponse<String> response = site.get("/api/v1/servers");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        JsonObject answer = JsonParser.object().from(response.body());
        assertThat(Instant.parse(answer.getString("asOf"))).isBefore(Instant.now());
        assertThat(answer.getArray("servers")).isNotEmpty().allSatisfy(server -> assertThat((JsonObject) server)
                .containsOnlyKeys("code", "role", "city", "country", "status", "ping", "latencyMs", "since", "reason"));
    }

    @Test
    void theServersAreReadAtMostOnceASecond() {
        await().atMost(Duration.ofSeconds(30)).until(() -> site.get("/api/v1/servers")
                .body()
                .equals(site.get("/api/v1/servers").body()));
    }

    @Test
    void operatorsReadTheChecks() throws IOException, JsonParserException {
        assertThat((JsonArray) site.api("checks")).isNotEmpty().allSatisfy(check -> assertThat((JsonObject) check)
                .containsKeys("id", "server", "name", "kind", "state", "latencyMs", "detail", "dueAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic YTpi", "nonsense"})
    void whoHasNotTheTokenIsRefused(String authorization) throws JsonParserException {
        for (String path : new String[] {"checks", "jobs", "jobs/executions/1"}) {
            HttpResponse<String> response = site.send(HttpRequest.newBuilder(site.url("/api/v1/" + path))
                    .header("Authorization", authorization)
                    .build());

            isProblem(response, 401);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing, , 404",
        "GET, application.wadl, , 404",
        "DELETE, servers, , 405",
        "GET, jobs/executions/abc, , 400",
        "GET, jobs/executions/999999, , 404",
        "POST, jobs/executions/999999/stop, , 404",
        "POST, jobs/executions/999999/restart, , 404",
        "POST, jobs/executions/999999/abandon, , 404",
        "GET, jobs/no-such-job/executions, , 404",
        "GET, jobs/probe-round/executions?limit=0, , 400",
        "GET, jobs/probe-round/executions?limit=201, , 400",
        "GET, jobs/probe-round/executions?limit=x, , 400",
        "GET, jobs/probe-round/executions?offset=-1, , 400",
        "GET, jobs/probe-round/executions?status=BROKEN, , 400",
        "POST, jobs/no-such-job/executions, , 404",
        "POST, jobs/probe-round/executions, application/json, 400",
        "POST, jobs/probe-round/executions, text/plain, 415",
        "POST, jobs/probe-round/executions, nonsense, 400",
        "POST, servers/import, application/json, 415",
        "POST, servers/import?dryRun=perhaps, application/yaml, 400",
        "POST, servers/import, application/yaml, 422"
    })
    void whatCannotBeDoneIsAProblem(String method, String path, String type, int status)
            throws IOException, JsonParserException {
        HttpResponse<String> response = ask(method, path, type, type == null ? "" : "{");

        isProblem(response, status);
    }

    @Test
    void anAnswerThatIsNotWantedIsNotGiven() throws JsonParserException {
        isProblem(
                site.send(HttpRequest.newBuilder(site.url("/api/v1/servers"))
                        .header("Accept", "text/html")
                        .build()),
                406);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException, JsonParserException {
        isProblem(ask("POST", "servers/import", YAML, "#".repeat(1024 * 1024 + 1)), 413);
    }

    @Test
    void errorsInAFileComeWithLineFieldAndMessage() throws IOException, JsonParserException {
        JsonObject problem = isProblem(ask("POST", "servers/import", YAML, "servers:\n  - code: a b\n"), 422);

        assertThat(problem.getArray("errors")).isNotEmpty().allSatisfy(error -> assertThat((JsonObject) error)
                .containsOnlyKeys("line", "field", "message"));
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() throws IOException, JsonParserException {
        String file = "servers:\n  - code: API-IT\n    city: Paris\n    country: FR\n    role: web-server\n";

        for (int time = 0; time < 2; time++) {
            HttpResponse<String> response = ask("POST", "servers/import?dryRun=true", YAML, file);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonObject report = JsonParser.object().from(response.body());
            assertThat(report.getBoolean("dryRun")).isTrue();
            assertThat(report.getArray("changes"))
                    .anySatisfy(change -> assertThat(((JsonObject) change).getString("subject"))
                            .isEqualTo("server API-IT"));
        }
    }

    @Test
    void aJobIsStartedFollowedAndNotDoneTwice() throws IOException, JsonParserException {
        HttpResponse<String> started = ask("POST", "jobs/compact-history/executions", JSON, "{\"parameters\":{}}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
        String address = started.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/api/v1/jobs/executions/");
        String path = address.substring("/api/v1/".length());

        await().atMost(Duration.ofMinutes(2))
                .until(() -> "COMPLETED".equals(((JsonObject) site.api(path)).getString("status")));
        isProblem(ask("POST", path + "/stop", null, ""), 409);
        isProblem(ask("POST", path + "/restart", null, ""), 409);
        isProblem(ask("POST", path + "/abandon", null, ""), 409);
        assertThat((JsonArray) site.api("jobs/compact-history/executions?limit=1"))
                .hasSize(1);
        assertThat((JsonArray) site.api("jobs/compact-history/executions?offset=100000"))
                .isEmpty();
    }

    @Test
    void theApiIsDescribed() throws JsonParserException {
        JsonObject description =
                JsonParser.object().from(site.get("/openapi?format=JSON").body());

        assertThat(description.getObject("info").getString("title")).isEqualTo("Status site");
        assertThat(description.getObject("paths"))
                .containsKeys(
                        "/api/v1/posts",
                        "/api/v1/incidents/{id}/updates",
                        "/api/v1/servers",
                        "/api/v1/servers/import",
                        "/api/v1/checks",
                        "/api/v1/jobs",
                        "/api/v1/jobs/{name}/executions",
                        "/api/v1/jobs/executions/{id}",
                        "/api/v1/jobs/executions/{id}/stop",
                        "/api/v1/jobs/executions/{id}/restart",
                        "/api/v1/jobs/executions/{id}/abandon");
        assertThat(description
                        .getObject("paths")
                        .getObject("/api/v1/jobs")
                        .getObject("get")
                        .getString("summary"))
                .isEqualTo("Lists the jobs and how each of them stands");
    }

    private HttpResponse<String> ask(String method, String path, String type, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.url("/api/v1/" + path))
                .header("Authorization", "Bearer " + site.token())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return site.send((type == null ? request : request.header("Content-Type", type)).build());
    }

    private static JsonObject isProblem(HttpResponse<String> response, int status) throws JsonParserException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.body() + response.headers().map()).doesNotContainIgnoringCase("payara", "glassfish");
        assertThat(response.body()).doesNotContain("Exception", "\\tat ");
        JsonObject problem = JsonParser.object().from(response.body());
        assertThat(problem).containsKeys("type", "title", "status", "detail", "instance");
        assertThat(problem.getInt("status")).isEqualTo(status);
        return problem;
    }
}
