package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalTallyTest {

    private static final Instant NOW = Instant.parse("2026-07-07T07:00:00Z");

    private final RefusalTally tally = new RefusalTally();

    @Test
    void oneLineAMinuteStandsForAllAttempts() {
        assertThat(tally.due("ann@example.org", NOW)).isEqualTo(1);
        assertThat(tally.due("ann@example.org", NOW.plusSeconds(20))).isZero();
        assertThat(tally.due("ann@example.org", NOW.plusSeconds(59))).isZero();
        assertThat(tally.due("ann@example.org", NOW.plusSeconds(60))).isEqualTo(3);
    }

    @Test
    void whatIsTriedOnOthersKeepsNoAccountOut() {
        assertThat(tally.due("unknown account", NOW)).isEqualTo(1);
        assertThat(tally.due("ann@example.org", NOW)).isEqualTo(1);
        assertThat(tally.due("bob@example.org", NOW)).isEqualTo(1);
    }
}
