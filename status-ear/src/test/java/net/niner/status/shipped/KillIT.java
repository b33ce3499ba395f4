package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a round of probes. */
class KillIT {
    private static final int CHECKS = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path data;

    private HttpServer target;

    @BeforeEach
    void startATargetThatKeepsEverybodyWaiting() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CHECKS * 2);
        target.setExecutor(threads);
        target.createContext("/", exchange -> {
            asked.incrementAndGet();
            waitUntilAnswersAreAllowed();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
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
    void aKillInTheMiddleOfARoundKeepsTheDatabaseConsistent() throws Exception {
        Files.writeString(data.resolve("status.properties"), "status.probe.allow=127.0.0.0/8\n");
        Path file = Files.writeString(data.resolve("servers.yaml"), servers());

        try (Site site = Site.start(data, "--servers-file", file.toString())) {
            await().atMost(PATIENCE).until(() -> asked.get() >= CHECKS / 2);
            site.kill();
        }
        mayAnswer.countDown();

        try (Site site = Site.start(data, "--servers-file", file.toString())) {
            long killed = latestAtStart(site);
            await().atMost(PATIENCE).until(() -> up(site) == CHECKS);
            assertThat(statuses(site, killed)).doesNotContain("STARTING", "STARTED");
            assertThat(site.command("job", "list").out()).contains("probe-round");
            site.stop();
        }
        assertEveryTableCanBeRead();
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
        for (int check = 0; check < CHECKS; check++) {
            yaml.append("      - { name: page ")
                    .append(check)
                    .append(", http: { url: \"http://127.0.0.1:")
                    .append(target.getAddress().getPort())
                    .append("/\", status: 204 } }\n");
        }
        return yaml.toString();
    }

    private void waitUntilAnswersAreAllowed() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long latestAtStart(Site site) throws Exception {
        JsonArray executions = (JsonArray) site.api("jobs/probe-round/executions?limit=100");
        return executions.stream()
                .map(JsonObject.class::cast)
                .filter(execution -> execution.getString("status").equals("FAILED"))
                .mapToLong(execution -> execution.getLong("id"))
                .max()
                .orElseThrow(() -> new AssertionError("No interrupted round in " + executions));
    }

    private static String statuses(Site site, long id) throws Exception {
        return ((JsonObject) site.api("jobs/executions/" + id)).getString("status");
    }

    private static long up(Site site) throws Exception {
        return ((JsonArray) site.api("checks"))
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(check -> "XX800".equals(check.getString("server")))
                        .filter(check -> "UP".equals(check.getString("state")))
                        .count();
    }

    private void assertEveryTableCanBeRead() throws SQLException {
        String url = "jdbc:h2:file:" + data.resolve("status");
        try (Connection connection = DriverManager.getConnection(url, "status", "status")) {
            connection.createStatement().execute("SCRIPT TO '" + data.resolve("script.sql") + "'");
        }
        assertThat(data.resolve("script.sql")).isNotEmptyFile();
    }
}
