package net.niner.status.bench;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The billing watch over 50,000 services of 10,000 clients, each of whom must be told something, and the delivery of what it planned to a relay on
 * this machine. It is about noon where the clients live, so that mail may go out.
 */
record BillingBench(Path directory, Table table) {

    private static final int CLIENTS = 10_000;
    private static final int SERVICES_EACH = 5;
    private static final int DAYS_TO_NOTICE = 30;
    private static final int MONTH = 30;
    private static final int DOMAINS = 500;
    private static final int NOON = 12;
    private static final int PAUSE_MILLIS = 100;
    private static final int PATIENCE_SECONDS = 300;

    void run() throws IOException, InterruptedException, SQLException, JsonParserException {
        Path data = directory.resolve("billing");
        try (Sink sink = new Sink();
                Sink yardstick = new Sink()) {
            Map<String, String> settings = Map.of(
                    "STATUS_JOBS_SCHEDULED", "false",
                    "STATUS_SITE_URL", "https://status.example",
                    "STATUS_MAIL_HOST", "127.0.0.1",
                    "STATUS_MAIL_PORT", String.valueOf(sink.port()),
                    "STATUS_MAIL_SECURITY", "none",
                    "STATUS_MAIL_FROM", "status@status.example",
                    "STATUS_MAIL_PER_MINUTE", "100000",
                    "STATUS_MAIL_DOMAIN_PER_MINUTE", "100000");
            try (SiteUnderTest site = new SiteUnderTest(data, settings)) {
                site.get("/");
            }
            double plain;
            try (Connection database = open(data)) {
                register(database);
                plain = plainReading(database);
            }
            try (SiteUnderTest site = new SiteUnderTest(data, settings)) {
                double seconds = execution(site, "watch-invoices");
                table.row(
                        "watch of 50,000 services of 10,000 clients, s",
                        Table.number(seconds),
                        "reading them by JDBC " + Table.number(plain) + " s",
                        Table.number(seconds / plain),
                        "30 s");
            }
            long notices = approve(data);
            try (SiteUnderTest site = new SiteUnderTest(data, settings)) {
                long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
                while (sink.taken.get() < notices && System.nanoTime() < deadline) {
                    execution(site, "deliver-notices");
                }
            }
            if (sink.taken.get() != notices || sink.messages.size() != notices) {
                throw new IOException("of " + notices + " notices " + sink.taken + " arrived, " + sink.messages.size()
                        + " different ones");
            }
            feed(yardstick, (int) Math.min(notices, CLIENTS));
            table.row(
                    notices + " notices delivered, a second",
                    Table.number(sink.aSecond()),
                    "one bare client, one connection " + Table.number(yardstick.aSecond()),
                    Table.number(sink.aSecond() / yardstick.aSecond()),
                    "200");
        }
    }

    private static Connection open(Path data) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("status"), "status", "status");
    }

    private static void register(Connection database) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        int hours = NOON - now.getHour();
        String zone = hours == 0 ? "UTC" : ZoneOffset.ofHours(hours).getId();
        database.setAutoCommit(false);
        try (PreparedStatement client = database.prepareStatement(
                        "insert into client (id, source, source_id, name, email, language, zone, active, wants_reminders, changed_at,"
                                + " changed_by, version) values (?, 'csv', ?, ?, ?, ?, ?, true, true, ?, 'bench', 0)");
                PreparedStatement service = database.prepareStatement(
                        "insert into client_service (id, client_id, source, source_id, kind, name, expires_on, state, version)"
                                + " values (?, ?, 'csv', ?, 'DOMAIN', ?, ?, 'ACTIVE', 0)")) {
            for (int i = 1; i <= CLIENTS; i++) {
                bind(
                        client,
                        (long) i,
                        "c" + i,
                        "Client " + i,
                        "client" + i + "@d" + i % DOMAINS + ".example",
                        i % 2 == 0 ? "en" : "fr",
                        zone,
                        now);
                for (int j = 0; j < SERVICES_EACH; j++) {
                    LocalDate expires = now.toLocalDate().plusDays(DAYS_TO_NOTICE + (long) j * MONTH);
                    long id = (long) i * SERVICES_EACH + j;
                    bind(service, id, (long) i, "s" + id, "s" + id + ".example", expires);
                }
            }
            client.executeBatch();
            service.executeBatch();
        }
        database.commit();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static double plainReading(Connection database) throws SQLException {
        long began = System.nanoTime();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select c.id, c.name, c.email, s.id, s.name, s.expires_on from client_service s join client c on c.id = s.client_id")) {
            while (rows.next()) {
                rows.getString(2);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** As somebody does at the desk, whom this need not wait for. */
    private static long approve(Path data) throws SQLException {
        try (Connection database = open(data);
                Statement statement = database.createStatement()) {
            return statement.executeUpdate(
                    "update notice set clearance = 'APPROVED' where audience = 'CLIENT' and state = 'QUEUED'");
        }
    }

    private static double execution(SiteUnderTest site, String job)
            throws IOException, InterruptedException, JsonParserException {
        JsonObject started =
                JsonParser.object().from(site.post("/api/v1/jobs/" + job + "/executions", "application/json", "{}"));
        while (true) {
            JsonObject execution =
                    JsonParser.object().from(site.get("/api/v1/jobs/executions/" + started.getLong("id")));
            if (execution.has("ended") && !execution.isNull("ended")) {
                if (!execution.getString("status").equals("COMPLETED")) {
                    throw new IOException(job + " ended " + execution.getString("status"));
                }
                return execution.getLong("durationMs") / 1e3;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Mails of two thousand bytes, one after the other. */
    private static void feed(Sink sink, int mails) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = socket.getOutputStream();
            in.readLine();
            String line = "x".repeat(78) + "\r\n";
            for (int i = 0; i < mails; i++) {
                for (String command : new String[] {"MAIL FROM:<a@b.example>", "RCPT TO:<c@d.example>", "DATA"}) {
                    say(out, in, command + "\r\n");
                }
                say(out, in, "Message-ID: <" + i + "@b.example>\r\n\r\n" + line.repeat(25) + ".\r\n");
            }
        }
    }

    private static void say(OutputStream out, BufferedReader in, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        in.readLine();
    }
}
