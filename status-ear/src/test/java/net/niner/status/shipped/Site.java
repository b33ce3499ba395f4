package net.niner.status.shipped;

import static org.awaitility.Awaitility.await;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A site that runs: the shipped jar as a process of its own, ready when {@link #start} returns. */
public final class Site implements AutoCloseable {
    private static final Duration SLOWEST_START = Duration.ofMinutes(5);
    private static final int STOP_MINUTES = 1;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final int port;
    private final Path out;
    private final Process process;

    private Site(Path data, String... options) throws IOException {
        this.data = data;
        port = freePort();
        out = Files.createTempFile("status-site", ".out");
        String[] arguments = Stream.concat(
                        Stream.of("--port", String.valueOf(port), "--data", data.toString()), Stream.of(options))
                .toArray(String[]::new);
        process = Jar.start(out.toFile(), out.toFile(), arguments);
    }

    /** @param options of the launcher, besides port and data directory */
    public static Site start(Path data, String... options) {
        try {
            Site site = new Site(data, options);
            await().atMost(SLOWEST_START).until(() -> site.output().contains("Ready in ") || !site.process.isAlive());
            if (!site.process.isAlive()) {
                throw new AssertionError("The site did not start: " + site.output());
            }
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for all tests that only look at a site or add to it; it ends with the tests. */
    public static Site shared() {
        return Shared.SITE;
    }

    /** Started with the first test that asks for it, and only once even if it does not start. */
    private static final class Shared {
        private static final Site SITE = inTemporaryDirectory();

        private static Site inTemporaryDirectory() {
            try {
                Site site = start(Files.createTempDirectory("status-data"));
                Runtime.getRuntime().addShutdownHook(new Thread(site::close));
                return site;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Everything that it said on the console so far. */
    String output() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token() throws IOException {
        return Files.readString(data.resolve("operator.token")).strip();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(url(path)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the API as the operator. */
    Object api(String path) throws IOException, JsonParserException {
        return JsonParser.any().from(asBearer(token(), path).body());
    }

    /** Asks the API as whoever has that token. */
    HttpResponse<String> asBearer(String token, String path) {
        return send(HttpRequest.newBuilder(url("/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Runs one of the launcher's commands against this site. */
    Jar.Outcome command(String... arguments) {
        return Jar.run(Stream.concat(
                        Stream.of(arguments), Stream.of("--port", String.valueOf(port), "--data", data.toString()))
                .toArray(String[]::new));
    }

    /** SIGTERM, as an operating system stops a service. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("The site does not stop");
        }
        return process.exitValue();
    }

    /** SIGKILL: the process is gone, between any two instructions. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
