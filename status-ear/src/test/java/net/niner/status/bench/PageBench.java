package net.niner.status.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page, under load, beside nginx serving the same bytes. */
record PageBench(Path directory, Table table) {

    private static final Path WRK = Path.of("/usr/bin/wrk");
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    private record Load(double requestsASecond, String p99) {}

    void run() throws IOException, InterruptedException {
        if (!Files.isExecutable(WRK)) {
            table.row("requests a second of /", "-", "wrk: not installed", "", ">= 0.5");
            return;
        }
        String page;
        Load ours;
        try (SiteUnderTest site = new SiteUnderTest(directory.resolve("pages"), Map.of())) {
            page = site.get("/");
            wrk(site.port, 10);
            ours = wrk(site.port, Bench.SECONDS);
        }
        if (!Files.isExecutable(NGINX)) {
            table.row(
                    "requests a second of /", Table.number(ours.requestsASecond), "nginx: not installed", "", ">= 0.5");
            return;
        }
        Load theirs = nginx(page);
        table.row(
                "requests a second of /, 32 connections",
                Table.number(ours.requestsASecond),
                "nginx: " + Table.number(theirs.requestsASecond),
                Table.number(ours.requestsASecond / theirs.requestsASecond),
                ">= 0.5");
        table.row("p99 of /, 32 connections", ours.p99, "nginx: " + theirs.p99, "", "");
    }

    @SuppressWarnings("try") // the server need only live
    private Load nginx(String page) throws IOException, InterruptedException {
        Path prefix = Files.createDirectories(directory.resolve("nginx"));
        Files.writeString(prefix.resolve("index.html"), page);
        int port = Child.freePort();
        Path config = prefix.resolve("nginx.conf");
        Files.writeString(config, """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  default_type text/html;
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  server { listen 127.0.0.1:%2$d; root %1$s; add_header Cache-Control no-cache; }
                }
                """.formatted(prefix, port));
        try (Child server = Child.start(
                prefix.resolve("console.log"),
                Map.of(),
                List.of(NGINX.toString(), "-p", prefix.toString(), "-c", config.toString()))) {
            Thread.sleep(1000);
            wrk(port, 3);
            Load load = wrk(port, Bench.SECONDS);
            return load;
        }
    }

    private static Load wrk(int port, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        WRK.toString(),
                        "-t2",
                        "-c32",
                        "-d" + seconds + "s",
                        "--latency",
                        "http://127.0.0.1:" + port + "/")
                .redirectErrorStream(true)
                .start();
        String report = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        return new Load(
                Double.parseDouble(first("Requests/sec:\\s+([\\d.]+)", report)), first("99%\\s+(\\S+)", report));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "0";
    }
}
