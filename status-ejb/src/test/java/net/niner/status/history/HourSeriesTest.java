package net.niner.status.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.niner.status.probe.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HourSeriesTest {

    private static final Instant HOUR = Instant.parse("2026-03-01T07:00:00Z");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Whatever was measured, down to a single sample and up to one every second, with two at once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsPackedComesBack(int seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        long millis = random.nextInt(5_000);
        int step = 1 + random.nextInt(120_000);
        while (samples.isEmpty() || millis < 3_600_000) {
            Outcome outcome = Outcome.values()[random.nextInt(4)];
            samples.add(new Sample(
                    HOUR.plusMillis(millis),
                    outcome,
                    random.nextInt(4) == 0 ? null : Duration.ofNanos(1_000L * random.nextInt(60_000_000))));
            millis += random.nextInt(3) == 0 ? 0 : step + random.nextInt(3_000);
        }
        HourSeries hour = HourSeries.of(HourSeries.hourOf(HOUR), samples);

        assertThat(hour.samples())
                .isEqualTo(samples.stream()
                        .map(sample -> new Sample(
                                sample.at().truncatedTo(ChronoUnit.SECONDS), sample.outcome(), sample.latency()))
                        .toList());
        assertThat(hour.digest().count()).isEqualTo(samples.size());
    }

    @Test
    void theNumbersAreByNearestRank() {
        List<Sample> samples = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new Sample(HOUR.plusSeconds(i), Outcome.UP, Duration.ofMillis(201 - i)))
                .toList();
        assertThat(Digest.of(samples)).isEqualTo(new Digest(200, 0, 0, 0, 1_000, 100_000, 190_000, 198_000, 200_000));
        assertThat(Digest.of(List.of(new Sample(HOUR, Outcome.DOWN, null))))
                .isEqualTo(new Digest(0, 0, 1, 0, null, null, null, null, null));
    }

    /** A check a minute of a nearby server, of a distant one, and of a slow page, with jitter as networks have it. */
    @ParameterizedTest(name = "{0} ms")
    @CsvSource({"1, 0.1", "24, 1.5", "180, 12", "900, 150"})
    void aSampleTakesEightBytesAtMostOnDisk(double latency, double jitter) {
        Random random = new Random(42);
        long bytes = 0;
        int count = 0;
        for (int hours = 0; hours < 200; hours++) {
            List<Sample> samples = new ArrayList<>();
            for (int minute = 0; minute < 60; minute++) {
                double spike = random.nextInt(50) == 0 ? 4 * random.nextDouble() * latency : 0;
                double millis = Math.max(0.05, latency + jitter * random.nextGaussian() + spike);
                boolean fails = random.nextInt(500) == 0;
                samples.add(new Sample(
                        HOUR.plusMillis(minute * 60_000L + random.nextInt(900)),
                        fails ? Outcome.DOWN : Outcome.UP,
                        fails ? null : Duration.ofNanos((long) (millis * 1_000_000))));
            }
            HourSeries hour = HourSeries.of(HourSeries.hourOf(HOUR), samples);
            bytes += hour.bytes();
            count += samples.size();
        }
        double each = (double) bytes / count;
        assertThat(each).isLessThanOrEqualTo(8);
        // without the row's own columns, which the integration test measures on the databases
        assertThat((double) (bytes - 200L * HourSeries.ROW_OVERHEAD) / count).isLessThanOrEqualTo(4);
    }
}
