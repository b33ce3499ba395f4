package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DependenciesTest {

    private static final long ROUTER = 1;
    private static final long SWITCH = 2;
    private static final long WEB = 3;
    private static final Instant NOW = Instant.parse("2025-06-11T16:48:00Z");

    private final Dependencies dependencies = new Dependencies(Map.of(SWITCH, ROUTER, WEB, SWITCH));

    @Test
    void aFailureBehindAFailingParentProvesNothing() {
        weigh(SWITCH, true, Outcome.DOWN);
        Measurement child = weigh(WEB, true, Outcome.DOWN);
        assertThat(child.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(child.detail()).contains("depends on");
    }

    @Test
    void neitherDoesOneBehindAFailingGrandparent() {
        weigh(ROUTER, true, Outcome.DOWN);
        assertThat(weigh(WEB, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void anAnswerBehindAFailingParentIsAnAnswer() {
        weigh(SWITCH, true, Outcome.DOWN);
        assertThat(weigh(WEB, true, Outcome.UP).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void aParentThatAnswersAgainExcusesNobody() {
        weigh(SWITCH, true, Outcome.DOWN);
        weigh(SWITCH, true, Outcome.UP);
        assertThat(weigh(WEB, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void aParentThatCannotBeAskedIsStillBelievedToFail() {
        weigh(SWITCH, true, Outcome.DOWN);
        weigh(SWITCH, true, Outcome.UNKNOWN);
        assertThat(weigh(WEB, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void checksThatDoNotCountExcuseNobody() {
        weigh(SWITCH, false, Outcome.DOWN);
        assertThat(weigh(WEB, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void theParentItselfIsDown() {
        weigh(WEB, true, Outcome.DOWN);
        assertThat(weigh(SWITCH, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    @Timeout(10)
    void aCircleIsWalkedOnce() {
        Dependencies circle = new Dependencies(Map.of(ROUTER, SWITCH, SWITCH, ROUTER, WEB, SWITCH));
        assertThat(weigh(circle, WEB, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.DOWN);
        weigh(circle, ROUTER, true, Outcome.DOWN);
        assertThat(weigh(circle, WEB, true, Outcome.DOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    private Measurement weigh(long server, boolean counts, Outcome outcome) {
        return weigh(dependencies, server, counts, outcome);
    }

    private static Measurement weigh(Dependencies dependencies, long server, boolean counts, Outcome outcome) {
        DueCheck check = new DueCheck(
                server * 10, server, "a check", Kind.TCP, "{}", CheckRules.DEFAULT, counts, CheckState.INITIAL, NOW);
        Duration latency = outcome.reachable() ? Duration.ofMillis(1) : null;
        return dependencies.weigh(check, new Measurement(check.id(), NOW, outcome, latency, "as it was"));
    }
}
