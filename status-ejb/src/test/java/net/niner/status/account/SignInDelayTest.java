package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInDelayTest {

    private static final Instant NOON = Instant.parse("2025-07-07T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "4, 0",
        "5, 1",
        "6, 2",
        "7, 4",
        "10, 32",
        "14, 512",
        "15, 900",
        "16, 900",
        "40, 900",
        "2147483647, 900"
    })
    void theDelayDoublesUpToAQuarterOfAnHour(int failures, long seconds) {
        assertThat(new SignInDelay(5).after(failures)).hasSeconds(seconds);
    }

    @Test
    void theLastFailureCounts() {
        Attempts attempts = failed(6);
        assertThat(attempts.wait("ann", NOON)).hasSeconds(2);
        assertThat(attempts.wait("ann", NOON.plusMillis(500))).hasMillis(1_500);
        assertThat(attempts.wait("ann", NOON.plusSeconds(2))).isZero();
        assertThat(attempts.wait("bob", NOON)).isZero();
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        Attempts attempts = failed(9);
        Instant later = NOON.plusSeconds(20);
        Attempts.Trace before = attempts.count("ann", later);
        assertThat(attempts.wait("ann", later)).hasSeconds(32);
        attempts.takeBack("ann", before, later);
        assertThat(attempts.wait("ann", later)).isZero();
        assertThat(attempts.wait("ann", NOON)).hasSeconds(16);
    }

    @Test
    void whoeverTakesBackTakesNoOthersWithThem() {
        Attempts attempts = failed(5);
        Instant later = NOON.plusSeconds(20);
        Attempts.Trace before = attempts.count("ann", later);
        attempts.count("ann", later.plusMillis(1));
        attempts.takeBack("ann", before, later);
        assertThat(attempts.wait("ann", later.plusMillis(1))).hasSeconds(2);
    }

    @Test
    void aDayLaterAllIsForgotten() {
        Attempts attempts = failed(30);
        Instant tomorrow = NOON.plus(Duration.ofDays(1)).plusSeconds(1);
        attempts.count("ann", tomorrow);
        assertThat(attempts.wait("ann", tomorrow)).isZero();
    }

    @Test
    void theLatestTenThousandAreRemembered() {
        Attempts attempts = failed(6);
        for (int i = 0; i < 10_000; i++) {
            attempts.count("made up " + i, NOON);
        }
        assertThat(attempts.wait("ann", NOON)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "::ffff:192.0.2.7, c0000207",
        "nonsense:x, nonsense:x"
    })
    void oneNetworkOfIpv6CountsAsOneAddress(String address, String network) {
        assertThat(SignInThrottle.network(address)).isEqualTo(network);
    }

    private static Attempts failed(int times) {
        Attempts attempts = new Attempts(new SignInDelay(5));
        for (int i = 0; i < times; i++) {
            attempts.count("ann", NOON);
        }
        return attempts;
    }
}
