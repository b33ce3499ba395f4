package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the JDK's own HTTP server. */
class HttpProbeTest {

    private final ScheduledExecutorService watchdog = Executors.newScheduledThreadPool(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String lastRequest;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/ready", exchange -> answer(exchange, 200, "{\"status\":\"UP\",\"checks\":[1,2]}"));
        server.createContext("/broken", exchange -> answer(exchange, 503, "broken"));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "https://www.example/");
            answer(exchange, 301, "");
        });
        server.createContext("/latin", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=ISO-8859-1");
            byte[] body = "déjà vu".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/endless", HttpProbeTest::endless);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        watchdog.shutdownNow();
    }

    @Test
    void anExpectedStatusIsUpWithItsLatency() {
        Finding finding = probe("/ready");
        assertThat(finding.outcome()).isEqualTo(Outcome.UP);
        assertThat(finding.detail()).isEqualTo("200 OK");
        assertThat(finding.latency()).isPositive();
    }

    @Test
    void anotherStatusIsDownAndNamed() {
        assertThat(probe("/broken").outcome()).isEqualTo(Outcome.DOWN);
        assertThat(probe("/broken").detail()).isEqualTo("503 Service Unavailable, 200 expected");
        assertThat(probe("/nowhere").detail()).contains("404");
    }

    @Test
    void theBodyMustHoldTheText() {
        assertThat(expecting("/ready", "UP", null, null, null).outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/ready", "Webmail", null, null, null).detail()).contains("does not hold “Webmail”");
        assertThat(expecting("/latin", "déjà", null, null, null).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void theBodyMustNotHoldTheText() {
        assertThat(expecting("/ready", null, "DOWN", null, null).outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/ready", null, "checks", null, null).detail()).contains("holds “checks”");
    }

    @Test
    void jsonMustHoldTheValue() {
        assertThat(expecting("/ready", null, null, "/status", "UP").outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/ready", null, null, "/checks/1", "2").outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/ready", null, null, "/status", null).outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/ready", null, null, "/status", "DOWN").detail()).endsWith("/status is UP, not DOWN");
        assertThat(expecting("/ready", null, null, "/nothing", null).detail()).contains("/nothing");
        assertThat(expecting("/latin", null, null, "/status", null).detail()).contains("not JSON");
    }

    @Test
    void redirectsAreComparedNotFollowed() {
        assertThat(redirecting("https://www.example/").outcome()).isEqualTo(Outcome.UP);
        assertThat(redirecting("https://other.example/").detail())
                .isEqualTo("redirects to https://www.example/, https://other.example/ expected");
    }

    @Test
    void anEndlessBodyDoesNotMatterUnlessAllOfItDoes() {
        assertThat(probe("/endless").outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/endless", "xxxx", null, null, null).outcome()).isEqualTo(Outcome.UP);
        assertThat(expecting("/endless", null, "yyyy", null, null).detail()).contains("longer than 1 MiB");
    }

    @Test
    void methodHeadersAndBodyAreSent() {
        ask(new ProbeSpec.Http(
                url("/ready?q=1"),
                "POST",
                Map.of("Authorization", new Secret("Bearer sesame"), "Content-Type", new Secret("application/json")),
                "{\"é\":1}",
                200,
                null,
                null,
                null,
                null,
                null));
        assertThat(lastRequest).isEqualTo("POST /ready?q=1 Bearer sesame application/json {\"é\":1}");
    }

    @Test
    void theSiteItselfMayBeAskedThoughLoopbackIsRefused() {
        ProbeSpec self = spec(URI.create("self:/ready"), 200, null, null, null, null, null);
        ProbeSpec loopback = spec(url("/ready"), 200, null, null, null, null, null);
        assertThat(probes("").probe(self, Duration.ofSeconds(20)).outcome()).isEqualTo(Outcome.UP);
        Finding refused = probes("").probe(loopback, Duration.ofSeconds(20));
        assertThat(refused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refused.detail()).contains("status.probe.allow");
    }

    private Finding probe(String path) {
        return expecting(path, null, null, null, null);
    }

    private Finding expecting(String path, String contains, String absent, String json, String value) {
        return ask(spec(url(path), 200, contains, absent, json, value, null));
    }

    private Finding redirecting(String to) {
        return ask(spec(url("/moved"), 301, null, null, null, null, URI.create(to)));
    }

    private Finding ask(ProbeSpec spec) {
        return probes("127.0.0.0/8").probe(spec, Duration.ofSeconds(20));
    }

    private Probes probes(String allowed) {
        return new Probes(
                new Network(
                        AddressPolicy.allowing(allowed), Trust.ofJvm(), url("/"), threads, watchdog, Clock.systemUTC()),
                Clock.systemUTC());
    }

    private static ProbeSpec.Http spec(
            URI url, int status, String contains, String absent, String json, String value, URI redirect) {
        return new ProbeSpec.Http(url, "GET", Map.of(), null, status, contains, absent, json, value, redirect);
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        lastRequest = String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] some = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000; i++) {
                body.write(some);
            }
        }
    }
}
