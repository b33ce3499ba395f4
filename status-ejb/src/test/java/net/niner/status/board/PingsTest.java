package net.niner.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.niner.status.board.Observed.Reason;
import net.niner.status.board.Pings.Standing;
import net.niner.status.probe.Outcome;
import org.junit.jupiter.api.Test;

class PingsTest {

    private static final Instant NOW = Instant.parse("2025-06-11T16:48:00Z");

    @Test
    void withoutChecksNothingIsKnown() {
        assertThat(Pings.of(List.of(), NOW)).isEqualTo(new Observed(Outcome.UNKNOWN, null, null, Reason.NO_CHECK));
    }

    @Test
    void theWorstCheckDecides() {
        assertThat(ping(check(Outcome.UP, 9), check(Outcome.DOWN, 5), check(Outcome.SLOW, 2)))
                .isEqualTo(Outcome.DOWN);
        assertThat(ping(check(Outcome.UP, 9), check(Outcome.SLOW, 2))).isEqualTo(Outcome.SLOW);
    }

    @Test
    void whatProvesNothingDoesNotHideAnAnswer() {
        assertThat(ping(check(Outcome.UNKNOWN, 3), check(Outcome.UP, 9))).isEqualTo(Outcome.UP);
    }

    @Test
    void theLatencyIsThatOfTheQuickest() {
        Observed observed = Pings.of(List.of(check(Outcome.UP, 9), check(Outcome.UP, 4)), NOW);
        assertThat(observed.latency()).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void whatIsDownHasNoLatency() {
        assertThat(Pings.of(List.of(check(Outcome.DOWN, 4)), NOW).latency()).isNull();
    }

    @Test
    void anOldMeasurementSaysNothing() {
        Standing old = new Standing(
                Outcome.UP,
                NOW.minusSeconds(9_000),
                NOW.minusSeconds(211),
                Duration.ofMillis(4),
                Duration.ofSeconds(210));
        Observed observed = Pings.of(List.of(old), NOW);
        assertThat(observed.ping()).isEqualTo(Outcome.UNKNOWN);
        assertThat(observed.reason()).isEqualTo(Reason.STALE);
        assertThat(observed.since()).isEqualTo(NOW.minusSeconds(1));
    }

    @Test
    void checksThatProveNothingSaySo() {
        assertThat(reason(check(Outcome.UNKNOWN, 1))).isEqualTo(Reason.UNPROVEN);
    }

    @Test
    void oneThatMeasuredAndNeverProvedAnythingIsNotOneThatHasNotMeasuredYet() {
        Standing begun = new Standing(Outcome.UNKNOWN, null, null, null, Duration.ofSeconds(210));
        Standing refused = new Standing(Outcome.UNKNOWN, null, NOW, null, Duration.ofSeconds(210));
        assertThat(reason(begun)).isEqualTo(Reason.NOT_YET);
        assertThat(reason(refused)).isEqualTo(Reason.UNPROVEN);
        assertThat(reason(begun, refused)).isEqualTo(Reason.UNPROVEN);
        assertThat(reason(begun, staleFor(100))).isEqualTo(Reason.STALE);
    }

    private static Reason reason(Standing... checks) {
        return Pings.of(List.of(checks), NOW).reason();
    }

    @Test
    void itIsDownSinceTheFirstOfTheChecksThatAreDown() {
        assertThat(since(
                        since(Outcome.DOWN, 600),
                        since(Outcome.DOWN, 900),
                        since(Outcome.UP, 9_000),
                        since(Outcome.UNKNOWN, 5)))
                .isEqualTo(NOW.minusSeconds(900));
    }

    @Test
    void itIsUpSinceTheLastOfItsChecksCameBack() {
        assertThat(since(since(Outcome.UP, 9_000), since(Outcome.UP, 60), since(Outcome.UNKNOWN, 5)))
                .isEqualTo(NOW.minusSeconds(60));
        assertThat(since(since(Outcome.SLOW, 9_000), since(Outcome.UP, 60))).isEqualTo(NOW.minusSeconds(60));
        assertThat(since(since(Outcome.UP, 9_000), since(Outcome.SLOW, 60))).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void itIsUnknownSinceTheLastOfItsChecksBecameSo() {
        assertThat(since(since(Outcome.UNKNOWN, 9_000), since(Outcome.UNKNOWN, 60)))
                .isEqualTo(NOW.minusSeconds(60));
        assertThat(since(staleFor(100), since(Outcome.UNKNOWN, 60))).isEqualTo(NOW.minusSeconds(60));
        assertThat(since(staleFor(100), since(Outcome.UNKNOWN, 9_000))).isEqualTo(NOW.minusSeconds(100));
    }

    @Test
    void itIsStaleSinceTheLastOfItsChecksBecameSo() {
        assertThat(since(staleFor(100), staleFor(40))).isEqualTo(NOW.minusSeconds(40));
    }

    private static Instant since(Standing... checks) {
        return Pings.of(List.of(checks), NOW).since();
    }

    private static Standing since(Outcome outcome, int seconds) {
        return new Standing(outcome, NOW.minusSeconds(seconds), NOW, Duration.ofMillis(9), Duration.ofSeconds(210));
    }

    private static Standing staleFor(int seconds) {
        return new Standing(
                Outcome.UP,
                NOW.minusSeconds(90_000),
                NOW.minusSeconds(210L + seconds),
                Duration.ofMillis(9),
                Duration.ofSeconds(210));
    }

    private static Outcome ping(Standing... checks) {
        return Pings.of(List.of(checks), NOW).ping();
    }

    private static Standing check(Outcome outcome, int millis) {
        Instant measured = NOW.minusSeconds(30);
        return new Standing(
                outcome, measured.minusSeconds(600), measured, Duration.ofMillis(millis), Duration.ofSeconds(210));
    }
}
