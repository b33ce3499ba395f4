package net.niner.status.bench;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** 10,000 HTTP checks against one local target. */
record ProbeBench(Path directory, Table table, int answering, int hanging) {

    private static final int SERVERS = 20;
    private static final int CHECKS_A_SERVER = 500;
    private static final int WARM_UP_ROUNDS = 2;
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Path BLACKBOX = Path.of("/usr/bin/prometheus-blackbox-exporter");

    void backToBack() throws IOException, InterruptedException, JsonParserException {
        double oursPerCpuSecond;
        try (SiteUnderTest site =
                new SiteUnderTest(directory.resolve("back-to-back"), Map.of("STATUS_JOBS_SCHEDULED", "false"))) {
            load(site, 0);
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                site.round(59);
            }
            long began = System.nanoTime();
            double cpu = site.child.cpuSeconds();
            long probes = 0;
            while (System.nanoTime() - began < Bench.SECONDS * 1_000_000_000L) {
                probes += site.round(59);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpuSeconds = site.child.cpuSeconds() - cpu;
            oursPerCpuSecond = probes / cpuSeconds;
            table.row("probes a second, rounds back to back", probes / seconds, "");
            table.row("CPU s per 1,000 probes", cpuSeconds * 1000 / probes, "");
            table.row("peak memory with 10,000 checks, MB", site.child.megabytes("VmHWM"), "");
        }
        besideBlackbox(oursPerCpuSecond);
    }

    /** Checks at 60 s, on the site's own schedule. */
    void everyMinute(String label, int percentHanging) throws IOException, InterruptedException {
        Path data = directory.resolve("every-minute-" + percentHanging);
        try (SiteUnderTest site = new SiteUnderTest(data, Map.of("STATUS_JOBS_SCHEDULED", "false"))) {
            load(site, percentHanging);
            warmUp(site);
        }
        try (SiteUnderTest site = new SiteUnderTest(data, Map.of())) {
            Thread.sleep((70 + Bench.SECONDS) * 1000L);
            long[] millis = lateness(site);
            table.row("lateness at 60 s, " + label + ", p50, ms", quantile(millis, 0.5), "");
            table.row("lateness at 60 s, " + label + ", p99, ms", quantile(millis, 0.99), "< 1,000");
        }
    }

    /**
     * How late the latest probe of each check began, ascending: each is due next one interval after it was due. The metric of the site also
     * counts what became due while the site was being started, and cannot be asked for less.
     */
    private static long[] lateness(SiteUnderTest site) throws IOException, InterruptedException {
        try {
            return JsonParser.array().from(site.get("/api/v1/checks")).stream()
                    .map(JsonObject.class::cast)
                    .filter(check -> check.getString("server").startsWith("B"))
                    .mapToLong(check -> Duration.between(
                                    Instant.parse(check.getString("dueAt")).minus(INTERVAL),
                                    Instant.parse(check.getString("measuredAt")))
                            .toMillis())
                    .sorted()
                    .toArray();
        } catch (JsonParserException e) {
            throw new IOException(e);
        }
    }

    /** Spreads the checks over their minute: after one round each is due at its own time. */
    private static void warmUp(SiteUnderTest site) throws IOException, InterruptedException {
        try {
            site.round(59);
        } catch (JsonParserException e) {
            throw new IOException(e);
        }
    }

    private void besideBlackbox(double oursPerCpuSecond) throws IOException, InterruptedException {
        String figure = "probes a CPU second";
        if (!Files.isExecutable(BLACKBOX)) {
            table.row(figure, Table.number(oursPerCpuSecond), "blackbox exporter: not installed", "", ">= 1");
            return;
        }
        Path config = directory.resolve("blackbox.yml");
        Files.writeString(config, """
                modules:
                  http_2xx: { prober: http, timeout: 10s, http: { preferred_ip_protocol: ip4 } }
                """);
        int port = Child.freePort();
        try (Child blackbox = Child.start(
                directory.resolve("blackbox.log"),
                Map.of(),
                List.of(
                        BLACKBOX.toString(),
                        "--config.file=" + config,
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=error"))) {
            URI probe = URI.create(
                    "http://127.0.0.1:" + port + "/probe?module=http_2xx&target=http://127.0.0.1:" + answering + "/");
            ask(probe, 5);
            double cpu = blackbox.cpuSeconds();
            long probes = ask(probe, Bench.SECONDS);
            double theirs = probes / (blackbox.cpuSeconds() - cpu);
            table.row(
                    figure,
                    Table.number(oursPerCpuSecond),
                    "blackbox exporter: " + Table.number(theirs),
                    Table.number(oursPerCpuSecond / theirs),
                    ">= 1");
        }
    }

    private static long ask(URI probe, int seconds) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        AtomicLong answers = new AtomicLong();
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        ExecutorService clients = Executors.newFixedThreadPool(32);
        for (int i = 0; i < 32; i++) {
            clients.execute(() -> {
                while (System.nanoTime() < deadline) {
                    try {
                        boolean up = http.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.ofString())
                                .body()
                                .contains("probe_success 1");
                        answers.addAndGet(up ? 1 : 0);
                    } catch (IOException | InterruptedException e) {
                        return;
                    }
                }
            });
        }
        clients.shutdown();
        clients.awaitTermination(seconds + 30L, TimeUnit.SECONDS);
        return answers.get();
    }

    private void load(SiteUnderTest site, int percentHanging) throws IOException, InterruptedException {
        for (int server = 0; server < SERVERS; server++) {
            StringBuilder yaml = new StringBuilder("servers:\n  - code: B" + server
                    + "\n    city: Lusaka\n    country: ZM\n    role: other\n    checks:\n");
            for (int check = 0; check < CHECKS_A_SERVER; check++) {
                int port = check * 100 / CHECKS_A_SERVER < percentHanging ? hanging : answering;
                yaml.append("      - { name: c")
                        .append(check)
                        .append(", http: { url: \"http://127.0.0.1:")
                        .append(port)
                        .append("/\" } }\n");
            }
            site.post("/api/v1/servers/import", "application/yaml", yaml.toString());
        }
    }

    private static double quantile(long[] ascending, double share) {
        return ascending[(int) Math.min(ascending.length - 1L, Math.round(share * ascending.length))];
    }
}
