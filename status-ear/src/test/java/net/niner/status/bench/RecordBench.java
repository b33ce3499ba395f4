package net.niner.status.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * What visitors read of a long public record: 10,000 posts, 2,000 incidents, 50 servers and 90 days. Every request is for something that nobody
 * asked for within the last second, so that each is rendered anew.
 */
record RecordBench(Path directory, Table table) {

    private static final int SERVERS = 50;
    private static final int POSTS = 10_000;
    private static final int INCIDENTS = 2_000;
    private static final int TAGS = 200;
    private static final int DAYS = 90;
    private static final int WHOLE_DAYS = 5;
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int HOURS_BETWEEN_POSTS = 9;
    private static final int WARM_UP = 40;
    private static final int REQUESTS = 200;
    private static final int FEW_REQUESTS = 40;
    private static final int A_SECOND_AND_MORE_MILLIS = 1_050;
    private static final long SAMPLES_OF_A_THOUSAND_CHECKS = 1_000L * MINUTES_A_DAY * DAYS;
    private static final Map<String, String> BY_HAND = Map.of("STATUS_JOBS_SCHEDULED", "false");
    private static final String[] WORDS =
            ("mail server disk network restore backup certificate route power cable vendor queue "
                            + "client invoice switch kernel update reboot traffic storage array console access delay")
                    .split(" ");

    void run() throws IOException, InterruptedException, SQLException {
        Path data = directory.resolve("record");
        try (SiteUnderTest site = new SiteUnderTest(data, BY_HAND)) {
            load(site);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        try (Connection database =
                DriverManager.getConnection("jdbc:h2:file:" + data.resolve("status"), "status", "status")) {
            database.setAutoCommit(false);
            new Generator(database, now, new Random(36)).fill();
            database.commit();
        }
        try (SiteUnderTest site = new SiteUnderTest(data, BY_HAND)) {
            pack(site); // as the site does every hour by itself
            site.get("/?s=warm");
            measure(site, now);
        }
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("status"), "status", "status");
                Statement statement = database.createStatement();
                ResultSet packed = statement.executeQuery(
                        "select sum(row_bytes), sum(up_count + slow_count + down_count + unknown_count) from hour_series")) {
            packed.next();
            double bytes = packed.getDouble(1) / packed.getDouble(2);
            table.row("bytes a packed sample, as the bound counts them", bytes, "8");
            table.row("90 days of 1,000 checks at 60 s, MB", bytes * SAMPLES_OF_A_THOUSAND_CHECKS / 1e6, "1,100");
        }
    }

    private void measure(SiteUnderTest site, Instant now) throws IOException, InterruptedException {
        p99(site, "post", "50", 0, i -> path(now, (i * 37) % POSTS));
        p99(
                site,
                "archive of a month, a page of it",
                "50",
                0,
                i -> month(now, i) + (i % 3 == 0 ? "" : "/page/" + (1 + i % 3)));
        p99(
                site,
                "search",
                "50",
                0,
                i -> "/?s=" + WORDS[i % WORDS.length] + "+" + WORDS[i / WORDS.length % WORDS.length]);
        p99(site, "page of a server", "50", A_SECOND_AND_MORE_MILLIS / SERVERS * 2, i -> "/systems/B" + i % SERVERS);
        p99(site, "feed of a tag", "20", 0, i -> "/tag/tag-" + i % TAGS + "/feed");
        p99(site, "front page", "50", A_SECOND_AND_MORE_MILLIS, i -> "/");
        p99(site, "feed of all", "20", A_SECOND_AND_MORE_MILLIS, i -> "/feed");
        p99(site, "summary.json", "20", A_SECOND_AND_MORE_MILLIS, i -> "/api/v2/summary.json");
    }

    private void p99(SiteUnderTest site, String what, String aim, int pauseMillis, IntFunction<String> address)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        int requests = pauseMillis >= A_SECOND_AND_MORE_MILLIS ? FEW_REQUESTS : REQUESTS;
        int warmUp = pauseMillis >= A_SECOND_AND_MORE_MILLIS ? FEW_REQUESTS / 4 : WARM_UP;
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < warmUp + requests; i++) {
            Thread.sleep(pauseMillis);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port + address.apply(i)))
                    .build();
            long began = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 && answer.statusCode() != 404) {
                throw new IOException(answer.uri() + " answered " + answer.statusCode());
            }
            if (i >= warmUp) {
                millis.add((System.nanoTime() - began) / 1e6);
            }
        }
        Collections.sort(millis);
        table.row(what + ", rendered anew, p99, ms", millis.get((int) Math.ceil(0.99 * millis.size()) - 1), aim);
    }

    private static void pack(SiteUnderTest site) throws IOException, InterruptedException {
        String started = site.post("/api/v1/jobs/compact-history/executions", "application/json", "{}");
        String id = started.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        while (!site.get("/api/v1/jobs/executions/" + id).contains("COMPLETED")) {
            Thread.sleep(200);
        }
    }

    private static void load(SiteUnderTest site) throws IOException, InterruptedException {
        StringBuilder yaml = new StringBuilder("servers:\n");
        for (int server = 0; server < SERVERS; server++) {
            yaml.append("  - { code: B")
                    .append(server)
                    .append(
                            ", city: Lusaka, country: ZM, role: other, checks: [ { name: web, http: { url: \"http://127.0.0.1:9/\" } } ] }\n");
        }
        site.post("/api/v1/servers/import", "application/yaml", yaml.toString());
    }

    private static Instant published(Instant now, int post) {
        return now.minus((long) (post + 1) * HOURS_BETWEEN_POSTS, ChronoUnit.HOURS);
    }

    private static String path(Instant now, int post) {
        return DateTimeFormatter.ofPattern("/yyyy/MM/dd/")
                        .format(published(now, post).atOffset(ZoneOffset.UTC)) + "post-" + post;
    }

    private static String month(Instant now, int i) {
        int months = POSTS * HOURS_BETWEEN_POSTS / 24 / 31;
        return DateTimeFormatter.ofPattern("/yyyy/MM")
                .format(now.atOffset(ZoneOffset.UTC).minusMonths(1 + i % months));
    }

    /** Writes the record straight into the database: ids from 1,000,000 on, beyond those that the site gives meanwhile. */
    private static final class Generator {

        private static final long FIRST_ID = 1_000_000;
        private static final int BATCH = 1_000;

        private final Connection database;
        private final Instant now;
        private final Random random;
        private final List<Long> servers = new ArrayList<>();
        private final List<Long> checks = new ArrayList<>();

        Generator(Connection database, Instant now, Random random) {
            this.database = database;
            this.now = now;
            this.random = random;
        }

        void fill() throws SQLException {
            ids("select id from server where code like 'B%' order by id", servers);
            ids(
                    "select c.id from probe_check c join server s on s.id = c.server_id where s.code like 'B%' order by c.id",
                    checks);
            batch("insert into tag (id, slug, name) values (?, ?, ?)", TAGS, i ->
                    new Object[] {FIRST_ID + i, "tag-" + i, "tag " + i});
            batch(
                    "insert into post (id, title, format, body, html, state, published_at, path, guid, created_at, changed_at, changed_by, version)"
                            + " values (?, ?, 'MARKDOWN', ?, ?, 'PUBLISHED', ?, ?, ?, ?, ?, 'bench', 1)",
                    POSTS,
                    this::post);
            batch("insert into post_server (post_id, server_id) values (?, ?)", POSTS, i ->
                    new Object[] {FIRST_ID + i, servers.get(i % servers.size())});
            batch("insert into post_tag (post_id, tag_id) values (?, ?)", POSTS, i ->
                    new Object[] {FIRST_ID + i, FIRST_ID + i % TAGS});
            batch(
                    "insert into incident (id, title, state, began_at, noticed_at, resolved_at, published_at, updated_at, changed_at, changed_by, version)"
                            + " values (?, ?, 'RESOLVED', ?, ?, ?, ?, ?, ?, 'bench', 1)",
                    INCIDENTS,
                    this::incident);
            batch(
                    "insert into incident_server (id, incident_id, server_id, impact, from_at, until_at) values (?, ?, ?, 'DEGRADED', ?, ?)",
                    INCIDENTS,
                    i -> new Object[] {
                        FIRST_ID + i, FIRST_ID + i, servers.get(i % servers.size()), began(i), time(ended(i))
                    });
            batch(
                    "insert into incident_update (id, incident_id, number, post_id, state, told, told_at) values (?, ?, 1, ?, 'INVESTIGATING', '', ?)",
                    INCIDENTS,
                    i -> new Object[] {FIRST_ID + i, FIRST_ID + i, FIRST_ID + i * (POSTS / INCIDENTS), began(i)});
            batch(
                    "insert into day_series (check_id, day_number, up_count, slow_count, down_count, unknown_count, min_micros, p50_micros, p95_micros,"
                            + " p99_micros, max_micros) values (?, ?, 1430, 5, 5, 0, 20000, 24000, 60000, 90000, 200000)",
                    checks.size() * (DAYS - WHOLE_DAYS),
                    i -> new Object[] {
                        checks.get(i % checks.size()),
                        (int) (now.getEpochSecond() / 86_400) - WHOLE_DAYS - 1 - i / checks.size()
                    });
            batch(
                    "insert into sample (check_id, measured_at, outcome, latency_micros) values (?, ?, 'UP', ?)",
                    checks.size() * WHOLE_DAYS * MINUTES_A_DAY,
                    i -> new Object[] {
                        checks.get(i % checks.size()),
                        time(now.minus(i / checks.size(), ChronoUnit.MINUTES).plusMillis(random.nextInt(50))),
                        20_000L + (long) (Math.abs(random.nextGaussian()) * 8_000)
                    });
        }

        private Object[] post(int i) {
            String body = text();
            OffsetDateTime at = time(published(now, i));
            return new Object[] {
                FIRST_ID + i,
                "B" + i % SERVERS + ": Post " + i + " " + WORDS[i % WORDS.length],
                body,
                "<p>" + body + "</p>",
                at,
                path(now, i),
                "urn:bench:" + i,
                at,
                at
            };
        }

        private Object[] incident(int i) {
            OffsetDateTime began = began(i);
            OffsetDateTime ended = time(ended(i));
            return new Object[] {
                FIRST_ID + i, "B" + i % SERVERS + ": Incident " + i, began, began, ended, began, ended, ended
            };
        }

        private OffsetDateTime began(int i) {
            return time(ended(i).minus(40, ChronoUnit.MINUTES));
        }

        private Instant ended(int i) {
            return now.minus(1L + i * 5L, ChronoUnit.HOURS);
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            while (text.length() < 1_500) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". " : " ");
            }
            return text.toString();
        }

        private static OffsetDateTime time(Instant at) {
            return at.atOffset(ZoneOffset.UTC);
        }

        private void ids(String query, List<Long> into) throws SQLException {
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    into.add(rows.getLong(1));
                }
            }
        }

        private void batch(String insert, int count, IntFunction<Object[]> row) throws SQLException {
            try (PreparedStatement statement = database.prepareStatement(insert)) {
                for (int i = 0; i < count; i++) {
                    Object[] values = row.apply(i);
                    for (int column = 0; column < values.length; column++) {
                        statement.setObject(column + 1, values[column]);
                    }
                    statement.addBatch();
                    if (i % BATCH == BATCH - 1 || i == count - 1) {
                        statement.executeBatch();
                    }
                }
            }
        }
    }
}
