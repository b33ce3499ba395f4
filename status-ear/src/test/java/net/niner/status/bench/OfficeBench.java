package net.niner.status.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.niner.status.shipped.Authenticator;

/** The pages of the back office with 1,000 servers and 10,000 checks, and signing in. One person at a time, as at three in the morning. */
record OfficeBench(Path directory, Table table) {

    private static final int SERVERS = 1_000;
    private static final int SERVERS_A_FILE = 50;
    private static final int CHECKS_A_SERVER = 10;
    private static final int WARM_UP = 30;
    private static final int REQUESTS = 100;
    private static final int SIGN_INS = 40;
    private static final List<String> PAGES = List.of(
            "/admin",
            "/admin/servers",
            "/admin/server?code=B500",
            "/admin/checks",
            "/admin/check?server=B500&kind=http",
            "/admin/jobs",
            "/admin/people",
            "/admin/audit",
            "/admin/settings",
            "/admin/account",
            "/admin/tokens",
            "/admin/help");

    void run() throws IOException, InterruptedException {
        try (SiteUnderTest site =
                new SiteUnderTest(directory.resolve("office"), Map.of("STATUS_JOBS_SCHEDULED", "false"))) {
            load(site);
            Browser owner = new Browser(site.port);
            owner.becomeOwner(Files.readString(directory.resolve("office/owner-setup.link"))
                    .strip());
            double slowest = 0;
            String slowestPage = "";
            for (String page : PAGES) {
                double p95 = p95(page, owner);
                System.out.printf("  %-40s p95 %.1f ms%n", page, p95);
                if (p95 > slowest) {
                    slowest = p95;
                    slowestPage = page;
                }
            }
            table.row("back office, slowest page (" + slowestPage + "), p95, ms", slowest, "< 200");
            table.row("sign-in, p95, ms", signIn(owner), "< 500");
        }
    }

    private static double p95(String page, Browser browser) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            browser.get(page);
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long began = System.nanoTime();
            browser.get(page);
            millis.add((System.nanoTime() - began) / 1e6);
        }
        Collections.sort(millis);
        return millis.get((int) (0.95 * REQUESTS) - 1);
    }

    /** Of somebody without a second factor, so that each begins at once: the form, the hash, the session, and the way to the desk. */
    private static double signIn(Browser owner) throws IOException, InterruptedException {
        Map<String, String> invitation = new TreeMap<>(Map.of(
                "invite",
                "invite",
                "email",
                "reader@bench.example",
                "name",
                "Rita Reader",
                "role",
                "READER",
                "send",
                ""));
        String answer = owner.submit("/admin/people", invitation);
        Matcher link = Pattern.compile("id=\"link\">http://[^/]+([^<]+)<").matcher(answer);
        if (!link.find()) {
            throw new IOException("no invitation: " + answer);
        }
        Browser reader = new Browser(owner.port);
        String password = "quiet harbour before nine lights";
        reader.submit(link.group(1), new TreeMap<>(Map.of("welcome", "welcome", "password", password, "go", "")));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < SIGN_INS; i++) {
            Browser fresh = new Browser(owner.port);
            String form = fresh.get("/admin/sign-in");
            Map<String, String> fields = new TreeMap<>(
                    Map.of("signIn", "signIn", "email", "reader@bench.example", "password", password, "go", ""));
            long began = System.nanoTime();
            fresh.post("/admin/sign-in", form, fields);
            millis.add((System.nanoTime() - began) / 1e6);
            if (!fresh.cookies.containsKey("staff")) {
                throw new IOException("not signed in");
            }
        }
        Collections.sort(millis);
        return millis.get((int) (0.95 * SIGN_INS) - 1);
    }

    private static void load(SiteUnderTest site) throws IOException, InterruptedException {
        for (int first = 0; first < SERVERS; first += SERVERS_A_FILE) {
            StringBuilder yaml = new StringBuilder("servers:\n");
            for (int server = first; server < first + SERVERS_A_FILE; server++) {
                yaml.append("  - code: B")
                        .append(server)
                        .append("\n    city: Lusaka\n    country: ZM\n    role: other\n    checks:\n");
                for (int check = 0; check < CHECKS_A_SERVER; check++) {
                    yaml.append("      - { name: c")
                            .append(check)
                            .append(", http: { url: \"http://127.0.0.1:9/\" } }\n");
                }
            }
            site.post("/api/v1/servers/import", "application/yaml", yaml.toString());
        }
    }

    /** As much of a browser as a form needs: cookies, and the state of the view. */
    private static final class Browser {

        private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");
        private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
        private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7 ]+)<");

        private final HttpClient http = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new TreeMap<>();
        private final int port;

        Browser(int port) {
            this.port = port;
        }

        void becomeOwner(String link) throws IOException, InterruptedException {
            String form = get(link);
            Matcher secret = SECRET.matcher(form);
            if (!secret.find()) {
                throw new IOException("no authenticator offered: " + form);
            }
            post(
                    link,
                    form,
                    new TreeMap<>(Map.of(
                            "welcome", "welcome",
                            "email", "owner@bench.example",
                            "name", "Olive Owner",
                            "password", "seven tired lamps over Toronto",
                            "code", new Authenticator(secret.group(1)).code(),
                            "go", "")));
        }

        String submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
            return post(path, get(path), fields);
        }

        String get(String path) throws IOException, InterruptedException {
            return send(request(path).GET(), 200);
        }

        String post(String path, String form, Map<String, String> fields) throws IOException, InterruptedException {
            Matcher state = STATE.matcher(form);
            if (!state.find()) {
                throw new IOException(path + " holds no form");
            }
            fields.put("jakarta.faces.ViewState", state.group(1));
            Matcher nonce = NONCE.matcher(form);
            if (nonce.find()) {
                fields.put("primefaces.nonce", nonce.group(1));
            }
            String body = fields.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send(
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body)),
                    302);
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            String sent = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return sent.isEmpty() ? request : request.header("Cookie", sent);
        }

        private String send(HttpRequest.Builder request, int alsoGood) throws IOException, InterruptedException {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200 && response.statusCode() != alsoGood) {
                throw new IOException(response.uri() + " answered " + response.statusCode());
            }
            for (String cookie : response.headers().allValues("set-cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return response.body();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
