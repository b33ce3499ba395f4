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
    }

    @Test
    void checksThatProveNothingSaySo() {
        assertThat(Pings.of(List.of(check(Outcome.UNKNOWN, 1)), NOW).reason()).isEqualTo(Reason.UNPROVEN);
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
