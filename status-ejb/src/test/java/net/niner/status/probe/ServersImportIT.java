package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ejb.EJB;
import java.time.LocalDate;
import java.util.List;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.board.Board;
import net.niner.status.board.Glance;
import net.niner.status.board.Observed.Reason;
import net.niner.status.probe.ImportReport.Action;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Server;
import net.niner.status.server.Servers;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ServersImportIT {

    private static final String TWO = """
            servers:
              - { code: IMP-1, city: Amsterdam, country: NL, role: mail-server }
              - code: IMP-2
                city: Toronto
                country: CA
                role: web-server
                parent: IMP-1
                checks:
                  - name: port
                    tcp: { host: 192.0.2.1, port: 443 }
                  - name: page
                    http:
                      url: https://192.0.2.1/
                      headers: { Authorization: "Bearer open-sesame" }
            """;

    @EJB
    private ServersImport imports;

    @EJB
    private Servers servers;

    @EJB
    private Checks checks;

    @EJB
    private Board board;

    @BeforeEach
    void actAsTheSite() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void theStarterIsThere() {
        Glance glance = board.glance();
        assertThat(glance.lines()).extracting(Glance.Line::code).contains("NC023", "NC036", "NC042");
        assertThat(line(glance, "NC036").declared()).isEqualTo(DeclaredStatus.OPERATIONAL);
        assertThat(line(glance, "NC036").observed().reason()).isEqualTo(Reason.NO_CHECK);
        assertThat(line(glance, "NC023").declared()).isEqualTo(DeclaredStatus.INTERNAL);
    }

    @Test
    void aFileIsAppliedOnceHoweverOftenItIsRead() {
        imports.apply(TWO);
        assertThat(servers.find("IMP-2").orElseThrow().parent().orElseThrow().code())
                .isEqualTo("IMP-1");
        assertThat(imports.apply(TWO).changes()).isEmpty();
        assertThat(imports.dryRun(TWO).changes()).isEmpty();
    }

    @Test
    void aDryRunTellsAndChangesNothing() {
        imports.apply(TWO);
        String changed = TWO.replace("web-server", "relay-server")
                .replace("port: 443", "port: 8443")
                .replace("open-sesame", "another-secret")
                .replace("IMP-1, city: Amsterdam", "IMP-1, city: Utrecht");
        ImportReport report = imports.dryRun(changed);
        assertThat(report.dryRun()).isTrue();
        assertThat(report.changes()).extracting(ImportReport.Change::action).containsOnly(Action.CHANGE);
        assertThat(report.changes()).extracting(ImportReport.Change::detail).anyMatch(d -> d.contains("443 -> 8443"));
        assertThat(report.toString()).contains("Utrecht").doesNotContain("open-sesame", "another-secret");
        assertThat(imports.apply(TWO).changes()).isEmpty();
    }

    @Test
    void whatTheFileDoesNotNameKeepsItsPlace() {
        imports.apply(TWO);
        String three = TWO + "  - { code: IMP-3, city: Perth, country: AU, role: other }\n";
        imports.apply(three);
        String one = "servers:\n  - { code: IMP-3, city: Perth, country: AU, role: other }\n";
        assertThat(imports.dryRun(one).changes()).isEmpty();
        List<String> before = codes();
        assertThat(imports.apply(one).changes()).isEmpty();
        assertThat(codes()).isEqualTo(before).containsSubsequence("NC023", "IMP-1", "IMP-2", "IMP-3");

        String swapped = one + "  - { code: IMP-1, city: Amsterdam, country: NL, role: mail-server }\n";
        assertThat(imports.dryRun(swapped).changes()).hasSize(2);
        imports.apply(swapped);
        assertThat(codes()).containsSubsequence("NC023", "IMP-3", "IMP-2", "IMP-1");
        imports.apply(three);
        assertThat(codes()).isEqualTo(before);
    }

    @Test
    void anErrorAnywhereChangesNothing() {
        String bad = TWO.replace("IMP-", "BAD-").replace("parent: BAD-1", "parent: NOWHERE");
        InvalidServersFile refused = catchThrowableOfType(InvalidServersFile.class, () -> imports.apply(bad));
        assertThat(refused.problems())
                .containsExactly(new Problem(7, "servers[1].parent", "there is no server NOWHERE"));
        assertThat(servers.find("BAD-1")).isEmpty();
    }

    @Test
    void settingsThatDoNotFitAreAProblemOfTheirCheck() {
        String text = "x".repeat(10_000);
        String large = TWO.replace("IMP-", "BIG-")
                .replace(
                        "url: https://192.0.2.1/",
                        "url: https://192.0.2.1/\n          contains: " + text + "\n          absent: " + text);
        InvalidServersFile refused = catchThrowableOfType(InvalidServersFile.class, () -> imports.apply(large));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(11);
            assertThat(problem.field()).isEqualTo("servers[1].checks[1]");
            assertThat(problem.message()).startsWith("has too much text in its settings");
        });
        assertThat(servers.find("BIG-1")).isEmpty();
    }

    @Test
    void secretsAreEncryptedAtRest() {
        imports.apply(TWO);
        Check page = checks.find(servers.find("IMP-2").orElseThrow(), "page").orElseThrow();
        assertThat(page.settings()).contains("v1:").doesNotContain("open-sesame");
    }

    @Test
    void aCheckIsRemovedWhenTheFileSaysSo() {
        String three = TWO.replace("IMP-", "REM-");
        imports.apply(three);
        ImportReport report = imports.apply(three.replace("tcp: { host: 192.0.2.1, port: 443 }", "remove: true"));
        assertThat(report.changes()).extracting(ImportReport.Change::action).containsExactly(Action.REMOVE);
        assertThat(checks.find(servers.find("REM-2").orElseThrow(), "port")).isEmpty();
    }

    @Test
    void aRetiredServerLeavesThePageButNotTheDatabase() {
        String one = "servers:\n  - { code: OLD-1, city: Perth, country: AU, role: other, retired-on: 2020-01-01 }\n";
        imports.apply(one);
        assertThat(board.glance().lines()).extracting(Glance.Line::code).doesNotContain("OLD-1");
        assertThat(servers.find("OLD-1")).isPresent();
    }

    @Test
    void aServerIsListedFromItsFirstDayOn() {
        imports.apply(
                "servers:\n  - { code: NEW-1, city: Perth, country: AU, role: other, in-service-from: 2025-06-11 }\n");
        assertThat(servers.inServiceOn(LocalDate.of(2025, 6, 10)))
                .extracting(Server::code)
                .doesNotContain("NEW-1");
        assertThat(servers.inServiceOn(LocalDate.of(2025, 6, 11)))
                .extracting(Server::code)
                .contains("NEW-1");
    }

    private List<String> codes() {
        return servers.all().stream().map(Server::code).toList();
    }

    private static Glance.Line line(Glance glance, String code) {
        return glance.lines().stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
