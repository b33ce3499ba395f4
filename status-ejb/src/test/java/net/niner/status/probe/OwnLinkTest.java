package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnLinkTest {

    private static final ProbeSpec.Tcp FAR = new ProbeSpec.Tcp("far.example", 53, null);
    private static final ProbeSpec.Tcp FARTHER = new ProbeSpec.Tcp("farther.example", 53, null);
    private static final Finding UP = Finding.up(Duration.ofMillis(9), "answered");
    private static final Finding DOWN = Finding.down("connection refused");

    private Instant now = Instant.parse("2025-06-11T16:48:00Z");
    private final List<ProbeSpec.Tcp> tried = new ArrayList<>();
    private final List<ProbeSpec.Tcp> answering = new ArrayList<>();
    private final OwnLink link = new OwnLink(List.of(FAR, FARTHER), this::answers, new MovingClock());

    @Test
    void aFailureAmongAnswersIsBelieved() {
        see(UP, UP, UP);
        assertThat(link.doubt(DOWN)).isEqualTo(DOWN);
        assertThat(tried).isEmpty();
    }

    @Test
    void twoFailuresAreNotMost() {
        see(DOWN);
        assertThat(link.doubt(DOWN)).isEqualTo(DOWN);
        assertThat(tried).isEmpty();
    }

    @Test
    void whenMostFailAndNothingElseAnswersTheFaultIsOurs() {
        see(DOWN, DOWN);
        Finding doubted = link.doubt(DOWN);
        assertThat(doubted.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(doubted.detail()).contains("our own link").contains("connection refused");
        assertThat(tried).containsExactly(FAR, FARTHER);
    }

    @Test
    void whenMostFailButSomethingElseAnswersTheFaultIsTheirs() {
        answering.add(FARTHER);
        see(DOWN, DOWN);
        assertThat(link.doubt(DOWN)).isEqualTo(DOWN);
    }

    @Test
    void anAnswerIsNeverDoubted() {
        see(DOWN, DOWN, DOWN);
        assertThat(link.doubt(UP)).isEqualTo(UP);
    }

    @Test
    void theTargetsAreNotTriedForEveryFailure() {
        see(DOWN, DOWN, DOWN, DOWN, DOWN);
        assertThat(tried).hasSize(2);
    }

    @Test
    void butAgainAfterAWhile() {
        see(DOWN, DOWN, DOWN);
        now = now.plusSeconds(11);
        answering.add(FAR);
        assertThat(link.doubt(DOWN)).isEqualTo(DOWN);
    }

    @Test
    void oldFailuresAreForgotten() {
        see(DOWN, DOWN, DOWN);
        now = now.plusSeconds(120);
        assertThat(link.doubt(DOWN)).isEqualTo(DOWN);
    }

    @Test
    void withoutTargetsNothingIsDoubted() {
        OwnLink trusting = new OwnLink(List.of(), this::answers, new MovingClock());
        for (int i = 0; i < 5; i++) {
            assertThat(trusting.doubt(DOWN)).isEqualTo(DOWN);
        }
    }

    private void see(Finding... findings) {
        for (Finding finding : findings) {
            link.doubt(finding);
        }
    }

    private boolean answers(ProbeSpec.Tcp target) {
        tried.add(target);
        return answering.contains(target);
    }

    private final class MovingClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
