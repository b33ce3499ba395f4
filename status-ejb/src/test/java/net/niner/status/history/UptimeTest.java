package net.niner.status.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.niner.status.history.ServerPast.Availability;
import net.niner.status.history.ServerPast.Declared;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from intervals is what somebody finds who counts every second. */
class UptimeTest {

    private static final Instant START = Instant.parse("2026-02-27T22:00:00Z");
    private static final int SECONDS = 4 * 3_600;
    private static final List<DeclaredStatus> IMPAIRED =
            List.of(DeclaredStatus.DEGRADED, DeclaredStatus.PARTIAL_OUTAGE, DeclaredStatus.MAJOR_OUTAGE);

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reachableIsWhatTheSecondsSay(int seed) {
        Random random = new Random(seed);
        ServerPast past = past(random);
        Interval window = between(random.nextInt(SECONDS / 2), SECONDS / 2 + random.nextInt(SECONDS / 2));
        long counted = count(window, second -> !in(past.unknown(), second));
        long bad = count(window, second -> !in(past.unknown(), second) && in(past.down(), second));

        assertThat(past.reachable(window)).isEqualTo(new Uptime(Duration.ofSeconds(counted), Duration.ofSeconds(bad)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void availableIsWhatTheSecondsSay(int seed) {
        Random random = new Random(-1 - seed);
        ServerPast past = past(random);
        Interval window = between(random.nextInt(SECONDS / 2), SECONDS / 2 + random.nextInt(SECONDS / 2));
        Instant since = at(random.nextInt(SECONDS));
        List<Interval> outage = new ArrayList<>(past.of(DeclaredStatus.PARTIAL_OUTAGE));
        outage.addAll(past.of(DeclaredStatus.MAJOR_OUTAGE));
        Seconds counts = second -> !second.isBefore(since) && !in(past.maintenance(), second);
        long counted = count(window, counts);
        long bad = count(window, second -> counts.hold(second) && in(outage, second));
        long degraded = count(
                window,
                second -> counts.hold(second) && !in(outage, second) && in(past.of(DeclaredStatus.DEGRADED), second));

        assertThat(past.available(window, since))
                .isEqualTo(new Availability(
                        new Uptime(Duration.ofSeconds(counted), Duration.ofSeconds(bad)),
                        Duration.ofSeconds(degraded)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBarsOfTheDaysAreWhatTheSecondsSay(int seed) {
        Random random = new Random(10_000 + seed);
        ServerPast past = past(random);
        Instant now = at(SECONDS / 2 + random.nextInt(SECONDS / 2));
        List<DayBar> bars = DayBar.of(past, 2, now);

        assertThat(bars).hasSize(2);
        Instant midnight = Instant.parse("2026-02-28T00:00:00Z");
        List<Interval> days =
                List.of(new Interval(Instant.parse("2026-02-27T00:00:00Z"), midnight), new Interval(midnight, now));
        for (int i = 0; i < 2; i++) {
            Interval day = days.get(i);
            DayBar bar = bars.get(i);
            long known = count(day, second -> !in(past.unknown(), second));
            long down = count(day, second -> !in(past.unknown(), second) && in(past.down(), second));
            assertThat(bar.down()).isEqualTo(Duration.ofSeconds(down));
            assertThat(bar.unknown()).isEqualTo(day.length().minusSeconds(known));
            assertThat(bar.observed()).isEqualTo(down > 0 ? Outcome.DOWN : known == 0 ? Outcome.UNKNOWN : Outcome.UP);
            DeclaredStatus worst = DeclaredStatus.OPERATIONAL;
            if (count(day, second -> in(past.maintenance(), second)) > 0) {
                worst = DeclaredStatus.MAINTENANCE;
            }
            for (DeclaredStatus status : IMPAIRED) {
                long length = count(day, second -> in(past.of(status), second));
                assertThat(bar.declaredFor().getOrDefault(status, Duration.ZERO))
                        .isEqualTo(Duration.ofSeconds(length));
                worst = length > 0 ? status : worst;
            }
            assertThat(bar.declared()).isEqualTo(worst);
            long unexplained = count(
                    day,
                    second ->
                            !in(past.unknown(), second) && in(past.down(), second) && !in(past.maintenance(), second));
            boolean impaired = IMPAIRED.contains(worst);
            assertThat(bar.disagrees()).isEqualTo(impaired ? down == 0 && known > 0 : unexplained > 0);
        }
    }

    @Test
    void aHundredPercentMeansThatNotASecondIsMissing() {
        Duration ninetyDays = Duration.ofDays(90);
        assertThat(new Uptime(ninetyDays, Duration.ZERO).percent(3)).isEqualTo(new BigDecimal("100.000"));
        assertThat(new Uptime(ninetyDays, Duration.ofSeconds(1)).percent(3)).isEqualTo(new BigDecimal("99.999"));
        assertThat(new Uptime(ninetyDays, ninetyDays).percent(3)).isEqualTo(new BigDecimal("0.000"));
        assertThat(new Uptime(Duration.ZERO, Duration.ZERO).isKnown()).isFalse();
    }

    @Test
    void aMailServerThatAnswersEveryPingWhileNoMailMovesShowsBoth() {
        Interval day = new Interval(Instant.parse("2026-02-28T00:00:00Z"), Instant.parse("2026-02-28T12:00:00Z"));
        ServerPast past =
                new ServerPast(List.of(), List.of(), List.of(new Declared(DeclaredStatus.DEGRADED, day)), List.of());
        DayBar bar = DayBar.of(past, 1, day.until()).get(0);
        assertThat(bar.observed()).isEqualTo(Outcome.UP);
        assertThat(bar.declared()).isEqualTo(DeclaredStatus.DEGRADED);
        assertThat(bar.declaredFor()).isEqualTo(Map.of(DeclaredStatus.DEGRADED, Duration.ofHours(12)));
        assertThat(bar.disagrees()).isTrue();
        assertThat(past.available(day, day.from()).uptime().bad()).isZero();
        assertThat(past.available(day, day.from()).degraded()).isEqualTo(Duration.ofHours(12));
    }

    private interface Seconds {
        boolean hold(Instant second);
    }

    private static long count(Interval window, Seconds seconds) {
        long count = 0;
        for (Instant second = window.from(); second.isBefore(window.until()); second = second.plusSeconds(1)) {
            count += seconds.hold(second) ? 1 : 0;
        }
        return count;
    }

    private static boolean in(List<Interval> intervals, Instant second) {
        return intervals.stream()
                .anyMatch(interval -> !second.isBefore(interval.from()) && second.isBefore(interval.until()));
    }

    private static ServerPast past(Random random) {
        return new ServerPast(
                intervals(random),
                intervals(random),
                intervals(random).stream()
                        .map(interval -> new Declared(IMPAIRED.get(random.nextInt(IMPAIRED.size())), interval))
                        .toList(),
                intervals(random));
    }

    /** Some overlap, some touch, some are empty, some lie one in the other. */
    private static List<Interval> intervals(Random random) {
        List<Interval> intervals = new ArrayList<>();
        int last = random.nextInt(SECONDS);
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(4) == 0 ? last : random.nextInt(SECONDS);
            last = Math.min(SECONDS, from + random.nextInt(random.nextBoolean() ? 60 : SECONDS / 3));
            intervals.add(between(from, last));
        }
        return intervals;
    }

    private static Interval between(int from, int until) {
        return new Interval(at(from), at(until));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
