package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2025-06-11T16:48:07.123Z");

    @Test
    void theNextTimeIsLaterAndWithinOneInterval() {
        for (long check = 1; check < 500; check++) {
            assertThat(Cadence.next(check, MINUTE, NOW)).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(MINUTE));
        }
    }

    @Test
    void oneIntervalLiesBetweenTwoTimes() {
        Instant first = Cadence.next(7, MINUTE, NOW);
        assertThat(Cadence.next(7, MINUTE, first)).isEqualTo(first.plus(MINUTE));
    }

    @Test
    void lostTimeIsNotCaughtUp() {
        Instant first = Cadence.next(7, MINUTE, NOW);
        assertThat(Cadence.next(7, MINUTE, first.plus(Duration.ofHours(3)).plusSeconds(5)))
                .isEqualTo(first.plus(Duration.ofHours(3)).plus(MINUTE));
    }

    @Test
    void aProbeThatBeganTooEarlyIsNotDueAgainAtTheSameTime() {
        Instant due = Cadence.next(7, MINUTE, NOW);
        assertThat(dueAfter(due, due.minusMillis(1))).isEqualTo(due.plus(MINUTE));
        assertThat(dueAfter(due, due.plusMillis(1))).isEqualTo(due.plus(MINUTE));
        assertThat(dueAfter(due, due.plus(MINUTE))).isEqualTo(due.plus(MINUTE).plus(MINUTE));
    }

    private static Instant dueAfter(Instant due, Instant began) {
        DueCheck check = new DueCheck(7, 1, "check", Kind.TCP, "{}", CheckRules.DEFAULT, true, CheckState.INITIAL, due);
        Measurement measurement = new Measurement(7, began, Outcome.DOWN, null, "connection refused");
        return Judgement.of(new Probed(check, measurement), new Dependencies(Map.of()))
                .dueAt();
    }

    @Test
    void manyChecksSpreadEvenly() {
        int[] perSecond = new int[60];
        for (long check = 1; check <= 6_000; check++) {
            perSecond[(int) (Cadence.next(check, MINUTE, NOW).getEpochSecond() % 60)]++;
        }
        assertThat(IntStream.of(perSecond).boxed())
                .allSatisfy(checks -> assertThat(checks).isBetween(80, 120));
    }
}
