package net.niner.status.bench;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shipped artifact, started as a user starts it. */
final class SiteUnderTest implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;

    final Child child;
    final int port;
    final double secondsToReady;
    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    SiteUnderTest(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        this.data = Files.createDirectories(data);
        this.port = Child.freePort();
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("STATUS_PROBE_ALLOW", "127.0.0.0/8");
        long began = System.nanoTime();
        child = Child.java(
                data.resolve("console.log"),
                environment,
                List.of(
                        "-jar",
                        System.getProperty("status.jar"),
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()));
        awaitReady();
        secondsToReady = (System.nanoTime() - began) / 1e9;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Runs one round to its end and tells how many checks it recorded. */
    long round(int seconds) throws IOException, InterruptedException, JsonParserException {
        String started = post(
                "/api/v1/jobs/probe-round/executions",
                "application/json",
                "{\"parameters\":{\"checks\":\"all\",\"seconds\":\"" + seconds + "\"}}");
        long id = JsonParser.object().from(started).getLong("id");
        while (true) {
            JsonObject execution = JsonParser.object().from(get("/api/v1/jobs/executions/" + id));
            if (execution.has("ended") && !execution.isNull("ended")) {
                return execution.getArray("steps").getObject(0).getLong("written");
            }
            Thread.sleep(50);
        }
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(data.resolve("operator.token"))
                                        .strip());
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/servers"))
                .build();
        while (System.nanoTime() < deadline && child.process().isAlive()) {
            try {
                if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (ConnectException notYet) {
                Thread.onSpinWait();
            }
            Thread.sleep(50);
        }
        child.close();
        throw new IOException("the site did not get ready; see " + data.resolve("console.log"));
    }

    @Override
    public void close() {
        child.close();
    }
}
