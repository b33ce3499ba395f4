package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final long ANN = 7;
    private static final String HOME = "198.51.100.1";

    private final SignInThrottle throttle =
            new SignInThrottle(Clock.fixed(Instant.parse("2026-07-07T07:00:00Z"), ZoneOffset.UTC));

    @Test
    void strangersWhoGuessLockOutEverybodyButWhoCameInFromThere() {
        throttle.begin(ANN, HOME).succeeded();
        guessFromElsewhere();
        assertThatThrownBy(() -> throttle.begin(ANN, "203.0.113.99")).isInstanceOf(AccountRefused.class);
        assertThatCode(() -> throttle.begin(ANN, HOME).succeeded()).doesNotThrowAnyException();
        assertThatThrownBy(() -> throttle.begin(ANN, "203.0.113.99")).isInstanceOf(AccountRefused.class);
    }

    @Test
    void whereSomebodyCameInGuessesAreCountedToo() {
        throttle.begin(ANN, HOME).succeeded();
        for (int i = 0; i < 5; i++) {
            throttle.begin(ANN, HOME);
        }
        assertThatThrownBy(() -> throttle.begin(ANN, HOME)).isInstanceOf(AccountRefused.class);
    }

    @Test
    void aPasswordAloneMakesNoPlaceFamiliar() {
        throttle.begin(ANN, HOME).passed();
        guessFromElsewhere();
        assertThatThrownBy(() -> throttle.begin(ANN, HOME)).isInstanceOf(AccountRefused.class);
    }

    @Test
    void whoGuessesOutsideDoesNotKeepFromConfirmingWhoIsIn() {
        guessFromElsewhere();
        for (int i = 0; i < 5; i++) {
            throttle.beginConfirmation(ANN);
        }
        assertThatThrownBy(() -> throttle.beginConfirmation(ANN)).isInstanceOf(AccountRefused.class);
    }

    private void guessFromElsewhere() {
        for (int i = 0; i < 5; i++) {
            throttle.begin(ANN, "203.0.113." + i);
        }
    }
}
