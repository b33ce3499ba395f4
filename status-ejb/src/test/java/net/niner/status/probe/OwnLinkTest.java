package net.niner.status.probe;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OwnLinkTest {

    private static final ProbeSpec.Tcp FAR = new ProbeSpec.Tcp("far.example", 53, null);
    private static final ProbeSpec.Tcp FARTHER = new ProbeSpec.Tcp("farther.example", 53, null);
    private static final Finding UP = Finding.up(Duration.ofMillis(9), "answered");
    private static final Finding DOWN = Finding.down("connection refused");

    private Instant now = Instant.parse("2025-06-11T16:48:00Z");
    private final List<ProbeSpec.Tcp> tried = new ArrayList<>();
    private final List<ProbeSpec.Tcp> answering = new ArrayList<>();
    private List<ProbeSpec.Tcp> targets = List.of(FAR, FARTHER);
    private final OwnLink link = new OwnLink(() -> targets, this::answers, Runnable::run, new MovingClock());

    @Test
    void aFailureAmongAnswersIsBelieved() {
        see(UP, UP, UP);
        assertThat(link.doubt(4, DOWN)).isEqualTo(DOWN);
        assertThat(tried).isEmpty();
    }

    @Test
    void halfOfTheChecksAreNotMost() {
        see(UP, UP, DOWN);
        assertThat(link.doubt(4, DOWN)).isEqualTo(DOWN);
        assertThat(tried).isEmpty();
    }

    @Test
    void oneCheckThatAsksOftenIsStillOne() {
        see(UP, UP, UP);
        for (int i = 0; i < 20; i++) {
            assertThat(link.doubt(4, DOWN)).isEqualTo(DOWN);
        }
        assertThat(tried).isEmpty();
    }

    @Test
    void whenMostFailAndNothingElseAnswersTheFaultIsOurs() {
        see(UP, DOWN, DOWN);
        Finding doubted = link.doubt(4, DOWN);
        assertThat(doubted.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(doubted.detail()).contains("our own link").contains("connection refused");
        assertThat(tried).containsExactly(FAR, FARTHER);
    }

    @Test
    void whenMostFailButSomethingElseAnswersTheFaultIsTheirs() {
        answering.add(FARTHER);
        see(DOWN, DOWN);
        assertThat(link.doubt(3, DOWN)).isEqualTo(DOWN);
        assertThat(tried).isNotEmpty();
    }

    @Test
    void theOnlyCheckIsMostOfThem() {
        assertThat(link.doubt(1, DOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void itIsSeenAlsoWhereChecksAskRarely() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int check = 1; check <= 20; check++) {
            now = now.plusSeconds(30);
            outcomes.add(link.doubt(check % 10, check <= 10 ? UP : DOWN).outcome());
        }
        assertThat(outcomes.subList(10, 12)).containsOnly(Outcome.DOWN);
        assertThat(outcomes.subList(12, 20)).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void oldAnswersOfManyChecksDoNotHideIt() {
        for (int check = 1; check <= 100; check++) {
            link.doubt(check, UP);
        }
        now = now.plusSeconds(61);
        link.doubt(1, DOWN);
        link.doubt(2, DOWN);
        assertThat(link.doubt(3, DOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whatProvesNothingIsNotHeard() {
        see(UP, UP, UP);
        for (int check = 1; check <= 3; check++) {
            link.doubt(check, Finding.unknown("not allowed"));
        }
        assertThat(link.doubt(4, DOWN)).isEqualTo(DOWN);
    }

    @Test
    void anAnswerIsNeverDoubted() {
        see(DOWN, DOWN, DOWN);
        assertThat(link.doubt(4, UP)).isEqualTo(UP);
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
        assertThat(link.doubt(4, DOWN)).isEqualTo(DOWN);
    }

    @Test
    void withoutTargetsNothingIsDoubted() {
        OwnLink trusting = new OwnLink(List::of, this::answers, Runnable::run, new MovingClock());
        for (int check = 1; check <= 5; check++) {
            assertThat(trusting.doubt(check, DOWN)).isEqualTo(DOWN);
        }
    }

    @Test
    void otherTargetsCountFromTheNextTrialOn() {
        targets = List.of();
        assertThat(see(DOWN, DOWN, DOWN)).isEqualTo(DOWN);
        targets = List.of(FARTHER);
        assertThat(link.doubt(4, DOWN).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(tried).containsExactly(FARTHER);
    }

    @Test
    void theTargetsAreTriedAtOnceAndTheFirstAnswerIsEnough() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean waitedForFar = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        Predicate<ProbeSpec.Tcp> farHangs = target -> {
            if (target.equals(FAR)) {
                await(end);
                waitedForFar.set(true);
            }
            return target.equals(FARTHER);
        };
        OwnLink patient = new OwnLink(() -> targets, farHangs, threads, new MovingClock());
        try {
            assertThat(patient.doubt(1, DOWN)).isEqualTo(DOWN);
            assertThat(waitedForFar).isFalse();
        } finally {
            end.countDown();
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One finding of each check, counted from 1; returns what is made of the last. */
    private Finding see(Finding... findings) {
        Finding last = null;
        for (int i = 0; i < findings.length; i++) {
            last = link.doubt(i + 1, findings[i]);
        }
        return last;
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
