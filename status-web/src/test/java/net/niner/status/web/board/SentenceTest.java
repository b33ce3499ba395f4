package net.niner.status.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.Headline;
import net.niner.status.board.Observed;
import net.niner.status.board.Observed.Reason;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;
import net.niner.status.web.platform.Assets;
import net.niner.status.web.platform.Language;
import net.niner.status.web.platform.Words;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final Observed UP =
            new Observed(Outcome.UP, Duration.ofMillis(24), NOON.minusSeconds(7200), Reason.MEASURED);
    private static final Observed DOWN = new Observed(Outcome.DOWN, null, NOON.minusSeconds(4320), Reason.MEASURED);
    private static final Observed STALE = new Observed(Outcome.UNKNOWN, null, NOON.minusSeconds(7200), Reason.STALE);
    private static final Observed NO_CHECK = new Observed(Outcome.UNKNOWN, null, null, Reason.NO_CHECK);

    @Test
    void aFreshSiteIsHonestAboutWhatItChecks() {
        Sentence sentence = english(
                line(DeclaredStatus.OPERATIONAL, UP),
                line(DeclaredStatus.OPERATIONAL, NO_CHECK),
                line(DeclaredStatus.INTERNAL, NO_CHECK));

        assertThat(sentence.getTitle()).isEqualTo("All public systems are operational.");
        assertThat(sentence.getAdditions())
                .containsExactly("Our checks watch one system, and it answers.", "2 others have no check yet.");
        assertThat(sentence.getTone()).isEqualTo("calm");
    }

    @Test
    void whatOnlyTheChecksSeeIsSaidToBeUndeclared() {
        Sentence sentence = english(line(DeclaredStatus.OPERATIONAL, DOWN), line(DeclaredStatus.OPERATIONAL, UP));

        assertThat(sentence.getTitle()).isEqualTo("Mail server NC036 has failed our checks since 10:48 UTC.");
        assertThat(sentence.getAdditions())
                .containsExactly(
                        "Nobody has declared anything about it yet.",
                        "One of the 2 systems that our checks watch answers.");
        assertThat(sentence.getTone()).isEqualTo("alert");
    }

    @Test
    void severalThatDoNotAnswerAreCounted() {
        Sentence sentence = english(line(DeclaredStatus.OPERATIONAL, DOWN), line(DeclaredStatus.OPERATIONAL, DOWN));

        assertThat(sentence.getTitle()).isEqualTo("2 systems fail our checks, the first since 10:48 UTC.");
    }

    @Test
    void theWorstDeclarationIsTheSentence() {
        Sentence sentence = english(
                line(DeclaredStatus.MAINTENANCE, UP),
                line(DeclaredStatus.MAJOR_OUTAGE, DOWN),
                line(DeclaredStatus.OPERATIONAL, DOWN));

        assertThat(sentence.getTitle()).isEqualTo("Mail server NC036 has a major outage.");
        assertThat(sentence.getAdditions())
                .startsWith(
                        "One other system is affected, see below.",
                        "Besides, one system fails our checks, and nobody has declared anything about it yet.");
    }

    @Test
    void silentChecksAreNoGoodNews() {
        Sentence sentence = english(line(DeclaredStatus.OPERATIONAL, STALE));

        assertThat(sentence.getTitle()).isEqualTo("No trouble is declared, but our checks are not running.");
        assertThat(sentence.getTone()).isEqualTo("notice");
    }

    @Test
    void checksThatProveNothingBlameNoCauseThatTheyDoNotKnow() {
        Line line = line(DeclaredStatus.OPERATIONAL, new Observed(Outcome.UNKNOWN, null, NOON, Reason.UNPROVEN));
        Sentence french = new Sentence(Headline.of(List.of(line)), NOON, Words.in(Language.FR));

        assertThat(english(line).getTitle())
                .isEqualTo("No trouble is declared, but our checks can prove nothing right now.");
        assertThat(english(line).getAdditions())
                .containsExactly("Our checks run, but prove nothing right now, so ping is unknown.");
        assertThat(french.getTitle())
                .isEqualTo("Aucun problème n’est déclaré, mais nos contrôles ne peuvent rien prouver pour le moment.");
        assertThat(french.getAdditions())
                .containsExactly(
                        "Nos contrôles tournent, mais ne prouvent rien pour le moment\u00a0: le ping est inconnu.");
    }

    @Test
    void itSpeaksFrench() {
        Sentence sentence = new Sentence(
                Headline.of(List.of(line(DeclaredStatus.OPERATIONAL, DOWN))),
                NOON.plus(Duration.ofDays(1)),
                Words.in(Language.FR));

        assertThat(sentence.getTitle())
                .isEqualTo("NC036 (serveur de messagerie) échoue à nos contrôles depuis le 21 mars, 10:48 UTC.");
    }

    @Test
    void aRowSaysBothTruthsWhereTheyDisagree() {
        Row row = Row.of(line(DeclaredStatus.DEGRADED, UP), Words.in(Language.EN), new Assets());

        assertThat(row.status()).isEqualTo("Degraded");
        assertThat(row.ping()).isEqualTo("up");
        assertThat(row.detail()).isEqualTo("24\u00a0ms");
        assertThat(row.note()).isEqualTo("Declared as “Degraded”, and yet it has answered our checks since");
        assertThat(row.since().text()).isEqualTo("21 March 2026 10:00:00 +0000");
    }

    @Test
    void aRowSpeaksTheVisitorsLanguage() {
        Row row = Row.of(line(DeclaredStatus.OPERATIONAL, UP), Words.in(Language.FR), new Assets());

        assertThat(row.place()).isEqualTo("Amsterdam, Pays-Bas");
        assertThat(row.flag()).matches("/assets/[\\w-]{16}/flags/nl\\.svg");
        assertThat(row.announcement()).isEqualTo("NC036\u00a0: Opérationnel, ping\u00a0: répond");
        assertThat(row.disagrees()).isFalse();
    }

    @Test
    void aPingThatIsUnknownSaysWhy() {
        Observed notYet = new Observed(Outcome.UNKNOWN, null, null, Reason.NOT_YET);
        Observed neverProven = new Observed(Outcome.UNKNOWN, null, null, Reason.UNPROVEN);

        assertThat(detail(NO_CHECK)).isEqualTo("no check");
        assertThat(detail(STALE)).isEqualTo("not measured lately");
        assertThat(detail(notYet)).isEqualTo("not measured yet");
        assertThat(detail(neverProven)).isEqualTo("could not be proven");
    }

    @Test
    void latenciesAreShort() {
        assertThat(latency(Duration.ofNanos(300_000))).isEqualTo("under 1\u00a0ms");
        assertThat(latency(Duration.ofMillis(999))).isEqualTo("999\u00a0ms");
        assertThat(latency(Duration.ofMillis(2140))).isEqualTo("2.1\u00a0s");
        assertThat(new Latency(Duration.ofMillis(2140)).text(Words.in(Language.FR)))
                .isEqualTo("2,1\u00a0s");
    }

    private static String latency(Duration took) {
        return new Latency(took).text(Words.in(Language.EN));
    }

    private static String detail(Observed observed) {
        return Row.of(line(DeclaredStatus.OPERATIONAL, observed), Words.in(Language.EN), new Assets())
                .detail();
    }

    private static Sentence english(Line... lines) {
        return new Sentence(Headline.of(Arrays.asList(lines)), NOON, Words.in(Language.EN));
    }

    private static Line line(DeclaredStatus declared, Observed observed) {
        return new Line("NC036", "Amsterdam", "NL", Role.MAIL_SERVER, declared, null, observed);
    }
}
