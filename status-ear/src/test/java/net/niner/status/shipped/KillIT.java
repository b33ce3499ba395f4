package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of a round of probes: some targets answer, some fail, again and again, and some keep the round
 * waiting, so that it runs for certain and is certain to have recorded something.
 */
class KillIT {
    private static final int OF_EACH = 10;
    private static final int CHECKS = 3 * OF_EACH;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern STARTED = Pattern.compile("probe-round (\\d+) START(ING|ED)\\R");
    private static final List<String> UNDER_WAY = List.of("STARTING", "STARTED", "STOPPING");

    /** Checks whose state says something else of the last measurement than their samples do. */
    private static final String STATES_AND_SAMPLES_APART = """
            select count(*) from check_state t where t.measured_at is distinct from
                (select max(s.measured_at) from sample s where s.check_id = t.check_id)
            """;

    /** Checks that are down without an outage, or have an outage without being down, or since another time. */
    private static final String STATES_AND_OUTAGES_APART = """
            select count(*) from check_state t where t.down_since is distinct from
                (select o.began_at from outage o where o.check_id = t.check_id and o.ended_at is null)
            """;

    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path data;

    private HttpServer target;

    @BeforeEach
    void startTheTarget() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2 * CHECKS);
        target.setExecutor(threads);
        target.createContext("/answers", saying(204));
        target.createContext("/fails", saying(500));
        target.createContext("/hangs", exchange -> {
            waitUntilAnswersAreAllowed();
            saying(204).handle(exchange);
        });
        target.start();
    }

    @AfterEach
    void stopTheTarget() {
        mayAnswer.countDown();
        target.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aKillInTheMiddleOfARoundKeepsTheDatabaseConsistentAndTheRoundCanBeRestarted() throws Exception {
        Files.writeString(data.resolve("status.properties"), "status.probe.allow=127.0.0.0/8\n");
        Path file = Files.writeString(data.resolve("servers.yaml"), servers());

        long killed;
        try (Site site = Site.start(data, "--servers-file", file.toString())) {
            killed = startedByHand(site);
            await().atMost(PATIENCE)
                    .until(() -> count(site, "UP") == OF_EACH
                            && count(site, "DOWN") == OF_EACH
                            && status(site, killed).equals("STARTED"));
            site.kill();
        }
        assertTheDatabaseIsConsistent();
        mayAnswer.countDown();

        try (Site site = Site.start(data, "--servers-file", file.toString())) {
            assertThat(executionsUntil(site, killed)).isNotEmpty().noneMatch(UNDER_WAY::contains);
            assertThat(status(site, killed)).isEqualTo("FAILED");
            Jar.Outcome restarted = site.command("job", "restart", String.valueOf(killed), "--wait");
            assertThat(restarted.out()).as(restarted.err()).contains("COMPLETED");
            assertThat(count(site, "UP")).isEqualTo(2 * OF_EACH);
            site.stop();
        }
        assertTheDatabaseIsConsistent();
    }

    private static HttpHandler saying(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    private void waitUntilAnswersAreAllowed() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String servers() {
        StringBuilder yaml = new StringBuilder("""
                servers:
                  - code: XX800
                    city: Oslo
                    country: NO
                    role: web-server
                    checks:
                """);
        for (int check = 0; check < OF_EACH; check++) {
            for (String path : List.of("answers", "fails", "hangs")) {
                yaml.append("      - { name: %s %d, interval: 5s, timeout: 60s, failures: 2, ".formatted(path, check))
                        .append("http: { url: \"http://127.0.0.1:%d/%s\", status: 204 } }\n"
                                .formatted(target.getAddress().getPort(), path));
            }
        }
        return yaml.toString();
    }

    /** A round of all checks, which lasts until the last of them has answered. */
    private static long startedByHand(Site site) {
        Jar.Outcome outcome = site.command("job", "start", "probe-round", "--param", "checks=all");
        Matcher started = STARTED.matcher(outcome.out());
        assertThat(started.matches()).as(outcome.out() + outcome.err()).isTrue();
        return Long.parseLong(started.group(1));
    }

    private static long count(Site site, String state) throws Exception {
        return ((JsonArray) site.api("checks"))
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(check -> state.equals(check.getString("state")))
                        .count();
    }

    private static String status(Site site, long id) throws Exception {
        return ((JsonObject) site.api("jobs/executions/" + id)).getString("status");
    }

    /** The statuses of the execution and of all before it. */
    private static List<String> executionsUntil(Site site, long last) throws Exception {
        return ((JsonArray) site.api("jobs/probe-round/executions?limit=200"))
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(execution -> execution.getLong("id") <= last)
                        .map(execution -> execution.getString("status"))
                        .toList();
    }

    private void assertTheDatabaseIsConsistent() throws SQLException {
        String url = "jdbc:h2:file:" + data.resolve("status");
        try (Connection connection = DriverManager.getConnection(url, "status", "status")) {
            assertThat(number(connection, "select count(*) from check_state")).isEqualTo(CHECKS);
            assertThat(number(connection, "select count(distinct check_id) from sample"))
                    .isGreaterThanOrEqualTo(2 * OF_EACH);
            assertThat(number(connection, "select count(*) from outage where ended_at is null"))
                    .isEqualTo(OF_EACH);
            assertThat(number(connection, STATES_AND_SAMPLES_APART)).isZero();
            assertThat(number(connection, STATES_AND_OUTAGES_APART)).isZero();
            connection.createStatement().execute("SCRIPT TO '" + data.resolve("script.sql") + "'");
        }
        assertThat(data.resolve("script.sql")).isNotEmptyFile();
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
