package net.niner.status.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while mails stand at every step of being sent, against a relay that writes down what it takes: no mail twice, none lost, and a
 * person is asked where nobody can know.
 */
class OutboxKillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Sent and recorded before anything else is begun. */
    private static final List<String> DONE = List.of("done-1", "done-2", "done-3", "done-4", "done-5");

    /** Each keeps a connection to itself; the last is answered, and the site killed before it can record that. */
    private static final List<String> UNDER_WAY =
            List.of("silent-rcpt", "silent-data", "silent-content", "silent-end", "kill");

    /** Claimed, and waiting for a connection. */
    private static final List<String> CLAIMED = List.of("claimed-1", "claimed-2", "claimed-3");

    /** Not due before the site is back. */
    private static final String LATER = "later";

    @TempDir
    private Path data;

    @TempDir
    private Path relay;

    private Process relayProcess;

    @BeforeEach
    void startTheRelay() throws IOException {
        Files.createFile(relay.resolve("silence"));
        relayProcess = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        relay.toString())
                .redirectErrorStream(true)
                .redirectOutput(relay.resolve("out").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> Files.exists(relay.resolve("port")));
        Files.writeString(data.resolve("status.properties"), """
                status.mail.host=127.0.0.1
                status.mail.port=%s
                status.mail.security=none
                status.mail.from=status@status.example
                status.mail.connections=%d
                status.mail.per-minute=0
                status.mail.domain-per-minute=0
                status.mail.lease=PT1S
                """.formatted(
                        Files.readString(relay.resolve("port")), UNDER_WAY.size()));
    }

    @AfterEach
    void stopTheRelay() {
        relayProcess.destroyForcibly();
    }

    @Test
    void aKillAtAnyStepSendsNothingTwiceAndLosesNothing() throws Exception {
        try (Site site = Site.start(data)) {
            site.kill();
        }
        enqueue();

        try (Site site = Site.start(data)) {
            site.command("job", "start", "deliver-notices");
            await().atMost(PATIENCE).until(() -> log("reached").size() == UNDER_WAY.size());
            kill(site);
        }
        assertThat(taken().keySet()).containsAll(DONE).contains("silent-end", "kill");
        Files.delete(relay.resolve("silence"));
        execute("update notice set due_at = current_timestamp where address like '" + LATER + "@%'");

        try (Site site = Site.start(data)) {
            await().atMost(PATIENCE).until(() -> {
                site.command("job", "start", "deliver-notices", "--wait");
                return taken().containsKey(LATER) && taken().keySet().containsAll(CLAIMED);
            });
            site.command("job", "start", "deliver-notices", "--wait");
            site.stop();
        }

        assertThat(taken().values()).as("what the relay took").containsOnly(1);
        assertThat(taken().keySet())
                .as("all but the one that was being handed over")
                .containsExactlyInAnyOrderElementsOf(
                        all().filter(name -> !name.equals("silent-content")).toList());
        Map<String, String> states = states();
        assertThat(states).containsEntry("silent-content", "UNKNOWN").containsEntry("silent-end", "UNKNOWN");
        assertThat(states.get("kill")).as("answered, and killed at that moment").isIn("UNKNOWN", "SENT");
        assertThat(states).allSatisfy((name, state) -> assertThat(state)
                .as(name)
                .isIn(UNDER_WAY.indexOf(name) >= 2 ? List.of("UNKNOWN", "SENT") : List.of("SENT")));
    }

    /** The relay kills it in the moment in which it answers. */
    private void kill(Site site) throws IOException {
        Path draft = Files.writeString(
                relay.resolve("victim.tmp"), Long.toString(site.process().pid()));
        Files.move(draft, relay.resolve("victim"));
        await().atMost(PATIENCE).until(() -> !site.process().isAlive());
    }

    private static Stream<String> all() {
        return Stream.of(DONE, UNDER_WAY, CLAIMED, List.of(LATER)).flatMap(List::stream);
    }

    private void enqueue() throws SQLException {
        OffsetDateTime now = OffsetDateTime.now();
        String sql = """
                insert into notice (notice_key, kind, audience, subject_ref, recipient_ref, stage, revision, address, language, zone,
                    subject, text_body, html_body, why, state, clearance, priority, not_before, good_until, due_at, attempts, message_id,
                    created_at, changed_at)
                values (?, 'TEST', 'OWNER', 'test:1', 'owner', '', 0, ?, 'en', 'UTC', 'Hello', 'Hello.', '<p>Hello.</p>', 'a test',
                    'QUEUED', 'PASSED', 0, ?, ?, ?, 0, ?, ?, ?)""";
        List<String> names = all().toList();
        try (Connection connection = database();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < names.size(); i++) {
                OffsetDateTime due = names.get(i).equals(LATER) ? now.plusHours(1) : now.minusMinutes(names.size() - i);
                List<Object> values = new ArrayList<>();
                values.add("TEST|" + names.get(i));
                values.add(names.get(i) + "@client.example");
                values.addAll(List.of(due, now.plusDays(1), due, "<" + names.get(i) + "@status.example>", now, now));
                for (int value = 0; value < values.size(); value++) {
                    insert.setObject(value + 1, values.get(value));
                }
                insert.executeUpdate();
            }
        }
    }

    private Map<String, String> states() throws SQLException {
        Map<String, String> states = new TreeMap<>();
        try (Connection connection = database();
                ResultSet rows = connection.createStatement().executeQuery("select address, state from notice")) {
            while (rows.next()) {
                states.put(name(rows.getString(1)), rows.getString(2));
            }
        }
        return states;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database()) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("status"), "status", "status");
    }

    /** How often the relay took what. */
    private Map<String, Integer> taken() {
        return log("took").stream()
                .collect(Collectors.toMap(line -> name(line.split(" ")[1]), line -> 1, Integer::sum));
    }

    private List<String> log(String what) {
        try {
            return Files.notExists(relay.resolve("log"))
                    ? List.of()
                    : Files.readAllLines(relay.resolve("log")).stream()
                            .filter(line -> line.startsWith(what + " "))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String address) {
        return address.substring(0, address.indexOf('@'));
    }
}
