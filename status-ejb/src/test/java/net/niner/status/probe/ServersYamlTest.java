package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.probe.ServersFile.CheckEntry;
import net.niner.status.probe.ServersFile.ServerEntry;
import net.niner.status.server.Location;
import net.niner.status.server.Role;
import net.niner.status.server.Server;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServersYamlTest {

    private static final CheckRules RULES =
            new CheckRules(Duration.ofSeconds(90), Duration.ofMillis(250), 1, 4, Duration.ofMillis(800));

    @Test
    void everyKindReadsBackTheSame() {
        List<ProbeSpec> specs = Specs.all().toList();
        Server server = new Server("NC036", new Location("São Tomé: “a”", "ST"), Role.OTHER, Visibility.INTERNAL);
        server.serveFrom(LocalDate.of(2019, 3, 1));
        server.retire(LocalDate.of(2031, 12, 31));
        ServersYaml yaml = new ServersYaml("all");
        yaml.server(server);
        yaml.beginChecks();
        List<String> names = new ArrayList<>();
        for (ProbeSpec spec : specs) {
            String name = "check no. " + names.size() + (names.isEmpty() ? ": #1 \"x\"" : "");
            names.add(name);
            yaml.check(check(server, name, spec), spec);
        }

        ServersFile file = ServersFile.parse(yaml.toString(), (code, name) -> specs.get(names.indexOf(name)));

        assertThat(yaml.toString()).doesNotContain(Specs.PLAIN);
        ServerEntry entry = file.servers().get(0);
        assertThat(entry.location()).isEqualTo(server.location());
        assertThat(entry.role()).isEqualTo(Role.OTHER);
        assertThat(entry.visibility()).isEqualTo(Visibility.INTERNAL);
        assertThat(entry.inServiceFrom()).isEqualTo("2019-03-01");
        assertThat(entry.retiredOn()).isEqualTo("2031-12-31");
        assertThat(entry.checks()).extracting(CheckEntry::name).isEqualTo(names);
        assertThat(entry.checks()).extracting(CheckEntry::spec).isEqualTo(specs);
        assertThat(entry.checks()).extracting(CheckEntry::rules).containsOnly(RULES);
        assertThat(entry.checks()).extracting(CheckEntry::paused).containsOnly(true);
        assertThat(entry.checks()).extracting(CheckEntry::isPublic).containsOnly(false);
    }

    @Test
    void aCheckThatCannotBeReadIsLeftAlone() {
        Server server = new Server("NC036", new Location("Perth", "AU"), Role.OTHER, Visibility.PUBLIC);
        ServersYaml yaml = new ServersYaml("one");
        yaml.server(server);
        yaml.beginChecks();
        yaml.check(check(server, "lost", Specs.all().findFirst().orElseThrow()), null);
        assertThat(ServersFile.parse(yaml.toString()).servers().get(0).checks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null", "~", "- a", "a: b", "a #b", "#a", "", " a ", "yes", "2026-11-23", "a\nb", "a\tb\"c\\d", "'a'",
                        "[a]",
                "é ü ß", "\uFFFE", "\u2028", "\uD83D\uDE00", "%a", "@a", "`a", "a:", "Null", "0x1F", "1_000", "*a",
                        "&a", "!a"
            })
    void everyTextReadsBackTheSame(String text) {
        ProbeSpec spec = new ProbeSpec.Tcp("localhost", 25, text.isEmpty() ? null : text);
        Server server = new Server("NC036", new Location("Perth", "AU"), Role.OTHER, Visibility.PUBLIC);
        ServersYaml yaml = new ServersYaml("one");
        yaml.server(server);
        yaml.beginChecks();
        yaml.check(check(server, "x", spec), spec);
        assertThat(ServersFile.parse(yaml.toString())
                        .servers()
                        .get(0)
                        .checks()
                        .get(0)
                        .spec())
                .isEqualTo(spec);
    }

    private static Check check(Server server, String name, ProbeSpec spec) {
        Check check = new Check(server, name, Kind.of(spec), "{}", RULES);
        check.show(false, false);
        check.pause(true);
        return check;
    }
}
