package net.niner.status.board;

import static net.niner.status.board.Headline.Kind.ALL_OPERATIONAL;
import static net.niner.status.board.Headline.Kind.DECLARED;
import static net.niner.status.board.Headline.Kind.NOTHING_LISTED;
import static net.niner.status.board.Headline.Kind.UNDECLARED;
import static net.niner.status.board.Headline.Kind.WATCH_SILENT;
import static net.niner.status.board.Headline.Kind.WATCH_UNPROVEN;
import static net.niner.status.board.Observed.Reason.MEASURED;
import static net.niner.status.board.Observed.Reason.NOT_YET;
import static net.niner.status.board.Observed.Reason.NO_CHECK;
import static net.niner.status.board.Observed.Reason.STALE;
import static net.niner.status.board.Observed.Reason.UNPROVEN;
import static net.niner.status.probe.Outcome.DOWN;
import static net.niner.status.probe.Outcome.SLOW;
import static net.niner.status.probe.Outcome.UNKNOWN;
import static net.niner.status.probe.Outcome.UP;
import static net.niner.status.server.DeclaredStatus.DEGRADED;
import static net.niner.status.server.DeclaredStatus.INTERNAL;
import static net.niner.status.server.DeclaredStatus.MAINTENANCE;
import static net.niner.status.server.DeclaredStatus.MAJOR_OUTAGE;
import static net.niner.status.server.DeclaredStatus.OPERATIONAL;
import static net.niner.status.server.DeclaredStatus.PARTIAL_OUTAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.Headline.Kind;
import net.niner.status.board.Observed.Reason;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void theSentenceFollowsFromTheLines(String when, Kind kind, List<Line> lines) {
        assertThat(Headline.of(lines).kind()).isEqualTo(kind);
    }

    static Stream<Arguments> theSentenceFollowsFromTheLines() {
        return Stream.of(
                arguments("no server is listed", NOTHING_LISTED, List.of()),
                arguments("all answer", ALL_OPERATIONAL, List.of(line(OPERATIONAL, UP), line(OPERATIONAL, SLOW))),
                arguments("nothing has a check", ALL_OPERATIONAL, List.of(line(OPERATIONAL, UNKNOWN, NO_CHECK))),
                arguments("an internal server is down", ALL_OPERATIONAL, List.of(line(INTERNAL, DOWN))),
                arguments("one is degraded", DECLARED, List.of(line(OPERATIONAL, UP), line(DEGRADED, UP))),
                arguments("one is under maintenance", DECLARED, List.of(line(MAINTENANCE, DOWN))),
                arguments(
                        "one is down, undeclared", UNDECLARED, List.of(line(OPERATIONAL, UP), line(OPERATIONAL, DOWN))),
                arguments("declared beats observed", DECLARED, List.of(line(OPERATIONAL, DOWN), line(DEGRADED, UP))),
                arguments("all checks are stale", WATCH_SILENT, List.of(line(OPERATIONAL, UNKNOWN, STALE))),
                arguments(
                        "stale or unproven",
                        WATCH_SILENT,
                        List.of(line(OPERATIONAL, UNKNOWN, UNPROVEN), line(OPERATIONAL, UNKNOWN, STALE))),
                arguments("nothing can be proven", WATCH_UNPROVEN, List.of(line(OPERATIONAL, UNKNOWN, UNPROVEN))),
                arguments(
                        "one stale among the measured",
                        ALL_OPERATIONAL,
                        List.of(line(OPERATIONAL, UNKNOWN, STALE), line(INTERNAL, UP))),
                arguments(
                        "never measured yet",
                        ALL_OPERATIONAL,
                        List.of(line(OPERATIONAL, new Observed(UNKNOWN, null, null, NOT_YET)))),
                arguments(
                        "never proven yet",
                        WATCH_UNPROVEN,
                        List.of(line(OPERATIONAL, new Observed(UNKNOWN, null, null, UNPROVEN)))),
                arguments(
                        "down, while the rest is stale",
                        UNDECLARED,
                        List.of(line(OPERATIONAL, DOWN), line(INTERNAL, UNKNOWN, STALE))));
    }

    @Test
    void theWorstDeclarationComesFirst() {
        List<Line> lines =
                List.of(line(MAINTENANCE, UP), line(DEGRADED, UP), line(MAJOR_OUTAGE, DOWN), line(PARTIAL_OUTAGE, UP));

        assertThat(Headline.of(lines).declared())
                .extracting(Line::declared)
                .containsExactly(MAJOR_OUTAGE, PARTIAL_OUTAGE, DEGRADED, MAINTENANCE);
    }

    @Test
    void theOneThatWasDownFirstGivesTheTime() {
        Line recent = line(OPERATIONAL, new Observed(DOWN, null, NOON, MEASURED));
        Line older = line(OPERATIONAL, new Observed(DOWN, null, NOON.minusSeconds(60), MEASURED));

        assertThat(Headline.of(List.of(recent, older)).undeclaredSince()).hasValue(NOON.minusSeconds(60));
    }

    @Test
    void whatIsSeenIsCountedOverAllSystems() {
        Seen seen = Headline.of(List.of(
                        line(OPERATIONAL, UP),
                        line(INTERNAL, SLOW),
                        line(DEGRADED, DOWN),
                        line(INTERNAL, UNKNOWN, STALE),
                        line(OPERATIONAL, UNKNOWN, NO_CHECK)))
                .seen();

        assertThat(seen).isEqualTo(new Seen(5, 4, 2, 1, 1, Seen.Watch.WATCHING));
        assertThat(seen.unchecked()).isEqualTo(1);
        assertThat(seen.unknown()).isEqualTo(1);
    }

    @Test
    void bothTruthsStandWhereTheyDisagree() {
        assertThat(Agreement.of(line(OPERATIONAL, DOWN))).isEqualTo(Agreement.UNDECLARED);
        assertThat(Agreement.of(line(DEGRADED, UP))).isEqualTo(Agreement.ANSWERS_ALL_THE_SAME);
        assertThat(Agreement.of(line(MAJOR_OUTAGE, SLOW))).isEqualTo(Agreement.ANSWERS_ALL_THE_SAME);
        assertThat(Agreement.of(line(MAJOR_OUTAGE, DOWN))).isEqualTo(Agreement.AGREED);
        assertThat(Agreement.of(line(OPERATIONAL, UNKNOWN))).isEqualTo(Agreement.AGREED);
        assertThat(Agreement.of(line(INTERNAL, DOWN))).isEqualTo(Agreement.AGREED);
        assertThat(Agreement.of(line(MAINTENANCE, UP))).isEqualTo(Agreement.AGREED);
    }

    private static Line line(DeclaredStatus declared, Outcome ping) {
        return line(declared, ping, MEASURED);
    }

    private static Line line(DeclaredStatus declared, Outcome ping, Reason reason) {
        return line(declared, new Observed(ping, ping.reachable() ? Duration.ofMillis(9) : null, NOON, reason));
    }

    private static Line line(DeclaredStatus declared, Observed observed) {
        return new Line("NC036", "Amsterdam", "NL", Role.MAIL_SERVER, declared, null, observed);
    }
}
