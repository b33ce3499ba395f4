package net.niner.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.niner.status.board.Declaration.Work;
import net.niner.status.incident.Impact;
import net.niner.status.incident.Impaired;
import net.niner.status.incident.LatestUpdate;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Visibility;
import org.junit.jupiter.api.Test;

class DeclarationTest {

    private static final Instant NOON = Instant.parse("2026-03-21T12:00:00Z");
    private static final Work WORK = new Work(5, NOON);

    @Test
    void theWorstImpactCountsAndOfEqualOnesTheEarliest() {
        Declaration declaration = Declaration.of(
                List.of(
                        impaired(1, Impact.DEGRADED, 0),
                        impaired(2, Impact.PARTIAL_OUTAGE, 60),
                        impaired(3, Impact.PARTIAL_OUTAGE, 30)),
                List.of(WORK),
                Map.of(3L, new LatestUpdate(7, NOON)));

        assertThat(declaration)
                .isEqualTo(new Declaration(
                        DeclaredStatus.PARTIAL_OUTAGE, 3, NOON.plusSeconds(30), new LatestUpdate(7, NOON)));
    }

    @Test
    void workOnAServerShowsWhileNoIncidentIsOpen() {
        assertThat(Declaration.of(List.of(), List.of(WORK), Map.of()))
                .isEqualTo(new Declaration(DeclaredStatus.MAINTENANCE, 5, NOON, null));
        assertThat(Declaration.of(List.of(), List.of(), Map.of())).isNull();
    }

    @Test
    void whatServesNoClientIsInternalWhateverIsDeclared() {
        Declaration major = Declaration.of(List.of(impaired(1, Impact.MAJOR_OUTAGE, 0)), List.of(), Map.of());

        assertThat(Declaration.status(Visibility.INTERNAL, major)).isEqualTo(DeclaredStatus.INTERNAL);
        assertThat(Declaration.status(Visibility.PUBLIC, major)).isEqualTo(DeclaredStatus.MAJOR_OUTAGE);
        assertThat(Declaration.status(Visibility.PUBLIC, null)).isEqualTo(DeclaredStatus.OPERATIONAL);
    }

    private static Impaired impaired(long incident, Impact impact, int seconds) {
        return new Impaired(36, incident, impact, NOON.plusSeconds(seconds));
    }
}
