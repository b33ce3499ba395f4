package net.niner.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.history.HistoryPacking;
import net.niner.status.history.Packed;
import net.niner.status.history.Samples;
import net.niner.status.platform.Rows;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Checks;
import net.niner.status.probe.Measurement;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.ServersImport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server's page says follows from what was measured, packed or not. */
@ExtendWith(ArquillianExtension.class)
class ServerBoardIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private static final Instant FIRST = NOW.minus(Duration.ofDays(4));

    @EJB
    private ServerBoard board;

    @EJB
    private ServersImport imports;

    @EJB
    private Checks checks;

    @EJB
    private Samples samples;

    @EJB
    private HistoryPacking packing;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void actAsTheSite() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void packingChangesNothingOfWhatThePageSays() {
        long check = newCheck();
        List<Measurement> measured = new ArrayList<>();
        for (Instant at = FIRST; at.isBefore(NOW); at = at.plusSeconds(60)) {
            measured.add(new Measurement(check, at, Outcome.UP, Duration.ofMillis(24), "seen"));
        }
        samples.write(measured);
        Instant began = NOW.minus(Duration.ofDays(3));
        Rows.update(
                dataSource,
                "insert into outage (check_id, began_at, confirmed_at, ended_at, cause) values (?, ?, ?, ?, 'refused')",
                check,
                Rows.time(began),
                Rows.time(began),
                Rows.time(began.plusSeconds(600)));

        ServerSheet before = board.sheet("brd-1").orElseThrow();
        assertThat(before.first()).isEqualTo(FIRST);
        assertThat(before.shares()).extracting(ServerSheet.Share::days).containsExactly(1, 7, 30, 90);
        assertThat(before.shares().get(0).reachable().bad()).isZero();
        assertThat(before.shares().get(1).reachable().bad()).isEqualTo(Duration.ofSeconds(600));
        assertThat(before.shares().get(1).reachable().counted())
                .isBetween(Duration.ofDays(4), Duration.ofDays(4).plusMinutes(5));
        assertThat(before.bars())
                .hasSize(ServerBoard.DAYS)
                .filteredOn(bar -> bar.observed() == Outcome.DOWN)
                .isNotEmpty();

        Packed some = new Packed(check - 1, 0, 0);
        while (!some.isDone()) {
            some = packing.pack(some.next(), NOW.minus(Duration.ofDays(2)), 5_000);
        }
        packing.sumUp(check - 1, NOW.minus(Duration.ofDays(2)), 1);
        ServerSheet after = board.sheet("BRD-1").orElseThrow();
        assertThat(after.first()).isEqualTo(FIRST);
        assertThat(after.shares().get(1).reachable().bad()).isEqualTo(Duration.ofSeconds(600));
        assertThat(after.bars())
                .extracting(bar -> bar.observed())
                .isEqualTo(before.bars().stream().map(bar -> bar.observed()).toList());
        assertThat(after.latencies()).singleElement().satisfies(one -> {
            assertThat(one.past().days())
                    .isEqualTo(before.latencies().get(0).past().days());
            assertThat(one.past().days().get(0).median()).isEqualTo(24_000);
        });
    }

    @Test
    void aServerThatThereNeverWasHasNoPage() {
        assertThat(board.sheet("NO-SUCH")).isEmpty();
    }

    private long newCheck() {
        imports.apply("""
                servers:
                  - code: BRD-1
                    city: Lusaka
                    country: ZM
                    role: phone-server
                    checks:
                      - name: port
                        tcp: { host: 192.0.2.1, port: 443 }
                """);
        return checks.reports().stream()
                .filter(report -> report.server().equals("BRD-1"))
                .map(CheckReport::id)
                .findFirst()
                .orElseThrow();
    }
}
