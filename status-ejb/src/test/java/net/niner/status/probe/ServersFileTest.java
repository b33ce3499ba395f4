package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.niner.status.probe.ServersFile.CheckEntry;
import net.niner.status.probe.ServersFile.ServerEntry;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;

class ServersFileTest {

    private static final String GOOD = """
            servers:
              - code: NC036
                city: Amsterdam
                country: nl
                role: mail-server
                in-service-from: 2019-03-01
                parent: NC031
                checks:
                  - name: web
                    interval: 30s
                    timeout: 1500ms
                    failures: 2
                    slow-above: 800ms
                    public: no
                    http:
                      url: https://mail.example/
                      contains: Webmail
                  - icmp: { host: 192.0.2.36 }
                    counts-for-ping: false
                    paused: yes
                  - { name: old, remove: true }
            """;

    @Test
    void everythingCanBeSaid() {
        ServerEntry server = ServersFile.parse(GOOD).servers().get(0);
        assertThat(server.code()).isEqualTo("NC036");
        assertThat(server.location()).isEqualTo(new Location("Amsterdam", "NL"));
        assertThat(server.role()).isEqualTo(Role.MAIL_SERVER);
        assertThat(server.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(server.parent()).isEqualTo("NC031");
        assertThat(server.inServiceFrom()).isEqualTo(LocalDate.of(2019, 3, 1));
        CheckEntry web = server.checks().get(0);
        assertThat(web.rules())
                .isEqualTo(
                        new CheckRules(Duration.ofSeconds(30), Duration.ofMillis(1500), 2, 2, Duration.ofMillis(800)));
        assertThat(web.isPublic()).isFalse();
        assertThat(((ProbeSpec.Http) web.spec()).url()).isEqualTo(URI.create("https://mail.example/"));
        CheckEntry ping = server.checks().get(1);
        assertThat(ping.name()).isEqualTo("icmp");
        assertThat(ping.countsForPing()).isFalse();
        assertThat(ping.paused()).isTrue();
        assertThat(server.checks().get(2).remove()).isTrue();
    }

    @Test
    void theStarterIsValid() throws IOException {
        try (InputStream in = ServersFile.class.getResourceAsStream("/starter-servers.yaml")) {
            List<ServerEntry> servers = ServersFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .servers();
            assertThat(servers).hasSize(10);
            assertThat(servers)
                    .filteredOn(s -> s.visibility() == Visibility.INTERNAL)
                    .hasSize(5);
        }
    }

    @Test
    void everyProblemIsNamedWithItsLineAndField() {
        String bad = """
                servers:
                  - code: nc36
                    city: Amsterdam
                    country: XX
                    role: post office
                    colour: blue
                  - code: NC037
                    country: NL
                    role: mail-server
                    retired-on: yesterday
                    checks:
                      - name: web
                        interval: 1s
                        http: { url: "ftp://mail.example/" }
                      - name: web
                        tcp: { host: mail.example, port: 99999 }
                      - name: nothing
                """;
        assertThat(problems(bad))
                .extracting(p -> p.line() + " " + p.field())
                .contains(
                        "2 servers[0].code",
                        "4 servers[0].country",
                        "5 servers[0].role",
                        "6 servers[0].colour",
                        "7 servers[1].city",
                        "10 servers[1].retired-on",
                        "13 servers[1].checks[0].interval",
                        "14 servers[1].checks[0].http.url",
                        "15 servers[1].checks[1].name",
                        "16 servers[1].checks[1].tcp.port",
                        "17 servers[1].checks[2]");
    }

    @Test
    void aCodeStandsOnce() {
        String server = "  - { code: NC036, city: Amsterdam, country: NL, role: mail-server }\n";
        assertThat(problems("servers:\n" + server + server))
                .containsExactly(new Problem(3, "servers[1].code", "NC036 stands in line 2 already"));
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        assertThat(problems("servers:\n  - code: [NC036\n")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isGreaterThanOrEqualTo(2);
            assertThat(problem.message()).startsWith("is not YAML");
        });
    }

    @Test
    void emptyFilesAndOtherThingsAreNoServersFile() {
        assertThat(problems("")).hasSize(1);
        assertThat(problems("# nothing\n")).hasSize(1);
        assertThat(problems("just words")).isNotEmpty();
        assertThat(problems("servers:\n")).hasSize(1);
        assertThat(problems("servers: NC036\n")).hasSize(1);
        assertThat(problems("servers: [NC036]\n")).isNotEmpty();
    }

    @Test
    void aFileThatUnfoldsWithoutEndIsRefused() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'j'; c++) {
            bomb.append("%c: &%c [*%c, *%c, *%c]\n".formatted(c, c, c - 1, c - 1, c - 1));
        }
        assertThat(problems(bomb.toString())).isNotEmpty();
        assertThat(problems("# " + "x".repeat(2 << 20))).hasSize(1);
    }

    @Test
    void aSettingStandsOnce() {
        assertThat(problems(http("url: https://one.example/", "url: https://two.example/")))
                .containsExactly(new Problem(8, "servers[0].checks[0].http.url", "stands here twice"));
        assertThat(problems(http("url: https://one.example/", "headers: { X-A: one, X-A: two }")))
                .containsExactly(new Problem(8, "servers[0].checks[0].http.headers.X-A", "stands here twice"));
    }

    @Test
    void whatRefersToItselfIsRefused() {
        assertThat(problems(http("url: https://one.example/", "headers: &a { X-A: *a }")))
                .anySatisfy(problem -> {
                    assertThat(problem.line()).isEqualTo(8);
                    assertThat(problem.message()).contains("refers to itself");
                });
        assertThat(problems(http("url: https://one.example/", "contains: &a [ *a ]")))
                .anySatisfy(problem -> assertThat(problem.message()).contains("refers to itself"));
        assertThat(problems("servers: &s [ *s ]\n")).isNotEmpty();
        assertThat(problems("&k { ? *k : x }\n")).isNotEmpty();
    }

    private static String http(String one, String two) {
        return """
                servers:
                  - code: NC036
                    city: Amsterdam
                    country: NL
                    role: mail-server
                    checks:
                      - http: { %s,
                          %s }
                """.formatted(one, two);
    }

    private static List<Problem> problems(String yaml) {
        return catchThrowableOfType(InvalidServersFile.class, () -> ServersFile.parse(yaml))
                .problems();
    }
}
