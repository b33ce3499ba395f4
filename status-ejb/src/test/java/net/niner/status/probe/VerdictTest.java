package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history of measurements, a minute apart, and what is believed after it. U up, S slow, D down, ? proves nothing, . lets a minute pass. */
class VerdictTest {

    private static final Instant START = Instant.parse("2025-06-11T16:48:00Z");
    private static final CheckRules RULES = CheckRules.DEFAULT;

    @ParameterizedTest(name = "{0} -> {1} since minute {2}, down since {3}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "U         | UP      | 0 | - | the first answer is believed",
                "S         | SLOW    | 0 | - | slow is an answer too",
                "D         | UNKNOWN | - | - | one failure says nothing",
                "DD        | UNKNOWN | - | - | nor do two",
                "DDD       | DOWN    | 0 | 0 | three are down, from the first",
                "DDU       | UP      | 2 | - | an answer wipes out failures",
                "UDD       | UP      | 0 | - | two failures leave it up",
                "UDDD      | DOWN    | 1 | 1 | down is backdated to the first failure",
                "UDDUD     | UP      | 0 | - | failures must be in a row",
                "UDUDUD    | UP      | 0 | - | however many there are",
                "UDDDDD    | DOWN    | 1 | 1 | it stays down",
                "UDDDU     | DOWN    | 1 | 1 | one answer does not bring it back",
                "UDDDUDU   | DOWN    | 1 | 1 | answers must be in a row, too",
                "UDDDUU    | UP      | 4 | - | two do, and it is back since the first",
                "UDDDUS    | SLOW    | 4 | - | back, but slowly",
                "UDDDSU    | UP      | 4 | - | back, and fast by now",
                "US        | UP      | 0 | - | one slow answer is noise",
                "USSS      | SLOW    | 1 | - | three are slow, from the first",
                "USSUSS    | UP      | 0 | - | slow answers must be in a row",
                "USSSU     | SLOW    | 1 | - | one fast answer is noise",
                "USSSUU    | UP      | 4 | - | two are fast again",
                "USSSDDD   | DOWN    | 4 | 4 | slow can go down",
                "USSDSDS   | UP      | 0 | - | a failure ends a run of slow ones",
                "U?        | UP      | 0 | - | what proves nothing changes nothing",
                "U??       | UP      | 0 | - | twice as well",
                "U???      | UNKNOWN | 1 | - | three times it is unknown, from the first",
                "UD?DD     | DOWN    | 1 | 1 | a gap does not end a run of failures",
                "UDD???D   | UNKNOWN | 3 | - | a long one does",
                "UDD???DDD | DOWN    | 6 | 6 | and the run begins anew",
                "U???U     | UP      | 4 | - | back from unknown at the first answer",
                "UDDD???   | UNKNOWN | 4 | 1 | the outage stays open while it is unknown",
                "UDDD???D  | DOWN    | 1 | 1 | and goes on as what it was",
                "UDDD???U  | UNKNOWN | 4 | 1 | an open outage ends only when it is proven",
                "UDDD???UU | UP      | 7 | - | with as many answers as ever",
                "UDDDU?U   | UP      | 4 | - | a gap does not end a run of answers",
                "UDD..D    | DOWN    | 1 | 1 | nor does a probe or two that are not made",
                "UDD...D   | UP      | 0 | - | failures before a pause say nothing about one after it",
                "UDD...DDD | DOWN    | 6 | 6 | and the outage begins with the first after it",
                "U??...?   | UP      | 0 | - | what was unknown before a pause confirms nothing either",
                "UDDDU...U | DOWN    | 1 | 1 | nor does an answer",
                "UDDD...UU | UP      | 7 | - | an open outage outlasts a pause"
            })
    void whatIsBelieved(String history, Outcome outcome, Long sinceMinute, Long downMinute, String because) {
        CheckState state = after(history);
        assertThat(state.outcome()).as(because).isEqualTo(outcome);
        assertThat(state.since()).as(because).isEqualTo(minute(sinceMinute));
        assertThat(state.downSince()).as(because).isEqualTo(minute(downMinute));
    }

    @ParameterizedTest(name = "{0}: flapping {1}")
    @CsvSource({
        "UDUDUDUDUDUD, false",
        "UDUDUDD, false",
        "UDUDDD, false",
        "UDUDUUDDD, false",
        "UDUDUDDD, false",
        "UDUDUDUDDD, true",
        "UDDDUDUDU, true",
        "UDDDUUDDDUUDDDU, true",
        "UDDDUUDDDUUDDDUUUUUUUUUUU, true",
        "UDDDUUDDDUUDDDUUUUUUUUUUUU, false",
        "UUUUUUUUUUUUUUUUUUUU, false",
        "USUSUSUSUSUS, false",
        "U?U?U?U?U?U?U?, false"
    })
    void anOutageAmidTooManyChangesIsFlapping(String history, boolean flapping) {
        assertThat(after(history).flapping()).isEqualTo(flapping);
    }

    @ParameterizedTest(name = "{0}: {1} outages, {2} alarms: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UUDDD                                 | 1 | 1 | an outage raises the alarm",
                "UDUDUDUUUUDDD                         | 1 | 1 | lost probes before it do not silence it",
                "UDUDUDUDUDUUDDD                       | 1 | 1 | however many",
                "UDUDUDUDDDUUDDDUUDDD                  | 3 | 1 | flapping alerts once",
                "UDDDUUDDDUUDDDUUDDDUUDDDUUDDD         | 6 | 3 | once it flaps, no outage alerts any more",
                "UDUDUDUDDDUUUUUUUUUUUUUUUUUUUUUUUUDDD | 2 | 2 | when it is calm, the next one alerts"
            })
    void alarms(String history, int outages, int alarms, String because) {
        List<Judgement> confirmed =
                judgements(history).stream().filter(Judgement::goesDown).toList();
        assertThat(confirmed).as(because).hasSize(outages);
        assertThat(confirmed.stream().filter(judgement -> !judgement.flapsOn()))
                .as(because)
                .hasSize(alarms);
    }

    @Test
    void confirmationsAreThoseOfTheCheck() {
        CheckRules hasty = new CheckRules(Duration.ofSeconds(60), Duration.ofSeconds(10), 1, 1, null);
        CheckState down = Verdict.after(CheckState.INITIAL, measured(0, Outcome.DOWN), hasty);
        assertThat(down.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(Verdict.after(down, measured(1, Outcome.UP), hasty).outcome())
                .isEqualTo(Outcome.UP);
    }

    @Test
    void noMoreThanTheWindowIsRemembered() {
        CheckState state = after("U".repeat(CheckState.WINDOW + 5));
        assertThat(state.recent()).hasSize(CheckState.WINDOW);
        assertThat(state.recent().get(0).at()).isEqualTo(minute(5L));
    }

    @Test
    void whatIsRememberedFitsItsColumnAndComesBackWhole() {
        CheckState state = after("UDS?".repeat(5));
        assertThat(state.recentText()).hasSizeLessThanOrEqualTo(400);
        assertThat(CheckState.recentOf(state.recentText())).isEqualTo(state.recent());
        assertThat(CheckState.recentOf("")).isEmpty();
    }

    private static CheckState after(String history) {
        List<Judgement> judgements = judgements(history);
        return judgements.get(judgements.size() - 1).after();
    }

    private static List<Judgement> judgements(String history) {
        List<Judgement> judgements = new ArrayList<>();
        CheckState state = CheckState.INITIAL;
        for (int i = 0; i < history.length(); i++) {
            if (history.charAt(i) != '.') {
                DueCheck check = new DueCheck(1, 1, "check", Kind.TCP, "{}", RULES, true, state, minute((long) i));
                Measurement measurement = measured(i, outcome(history.charAt(i)));
                judgements.add(Judgement.of(new Probed(check, measurement), new Dependencies(Map.of())));
                state = judgements.get(judgements.size() - 1).after();
            }
        }
        return judgements;
    }

    private static Outcome outcome(char letter) {
        return CheckState.recentOf(letter + "0").get(0).outcome();
    }

    private static Measurement measured(long minute, Outcome outcome) {
        Duration latency = outcome.reachable() ? Duration.ofMillis(20) : null;
        return new Measurement(1, minute(minute), outcome, latency, "as it was");
    }

    private static Instant minute(Long minute) {
        return minute == null ? null : START.plus(Duration.ofMinutes(minute));
    }
}
