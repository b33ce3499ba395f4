package net.niner.status.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.niner.status.probe.Outcome;
import org.junit.jupiter.api.Test;

class LatencySeriesTest {

    private static final Instant FROM = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant TO = FROM.plus(Span.TWO_DAYS.length());

    @Test
    void manySamplesBecomeAsManyPointsAsAChartCanShow() {
        List<Sample> samples = new ArrayList<>();
        for (Instant at = FROM; !at.isAfter(TO); at = at.plusSeconds(5)) {
            samples.add(up(at, samples.size() % 100));
        }
        LatencySeries series = LatencySeries.of(samples, FROM, TO);
        assertThat(series.points()).hasSize(LatencySeries.MOST);
        assertThat(series.points()).extracting(LatencySeries.Point::at).isSorted();
        assertThat(series.points().stream().mapToInt(LatencySeries.Point::count).sum())
                .isEqualTo(samples.size());
    }

    @Test
    void aPointTellsLeastMedianAndMost() {
        LatencySeries series = LatencySeries.of(
                List.of(
                        up(FROM, 30),
                        up(FROM.plusSeconds(1), 10),
                        up(FROM.plusSeconds(2), 20),
                        down(FROM.plusSeconds(3))),
                FROM,
                TO);
        assertThat(series.points())
                .containsExactly(new LatencySeries.Point(
                        FROM, 4, 1, Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(30)));
    }

    @Test
    void whereNothingAnsweredThereIsNoLatencyAndWhereNothingWasMeasuredNoPoint() {
        LatencySeries series = LatencySeries.of(List.of(down(TO.minusSeconds(1))), FROM, TO);
        assertThat(series.points()).singleElement().satisfies(point -> {
            assertThat(point.failures()).isEqualTo(1);
            assertThat(point.median()).isNull();
        });
        assertThat(LatencySeries.of(List.of(), FROM, TO).points()).isEmpty();
    }

    private static Sample up(Instant at, long millis) {
        return new Sample(at, Outcome.UP, Duration.ofMillis(millis));
    }

    private static Sample down(Instant at) {
        return new Sample(at, Outcome.DOWN, null);
    }
}
