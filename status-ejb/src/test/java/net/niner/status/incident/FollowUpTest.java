package net.niner.status.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import net.niner.status.incident.InvalidFollowUp.Fault;
import net.niner.status.incident.InvalidFollowUp.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

    @Test
    void itIsOverdueFromTheDayAfterItsDay() {
        FollowUp promise = due(DUE);
        assertThat(promise.standing(DUE)).isEqualTo(Standing.OPEN);
        assertThat(promise.standing(DUE.plusDays(1))).isEqualTo(Standing.OVERDUE);
        promise.moveTo(FollowUpState.IN_PROGRESS, NOW);
        assertThat(promise.standing(DUE)).isEqualTo(Standing.IN_PROGRESS);
        assertThat(promise.standing(DUE.plusDays(1))).isEqualTo(Standing.OVERDUE);
    }

    @Test
    void whatIsDoneOrDroppedIsNeverOverdue() {
        FollowUp done = due(DUE);
        done.moveTo(FollowUpState.DONE, NOW);
        assertThat(done.standing(DUE.plusYears(1))).isEqualTo(Standing.DONE);
        FollowUp dropped = due(DUE);
        dropped.drop("We left that provider", NOW);
        assertThat(dropped.standing(DUE.plusYears(1))).isEqualTo(Standing.DROPPED);
    }

    @Test
    void whatHasNoGoalDateIsNeverOverdue() {
        FollowUp promise = due(null);
        promise.moveTo(FollowUpState.ONGOING, NOW);
        assertThat(promise.standing(LocalDate.MAX)).isEqualTo(Standing.ONGOING);
    }

    @Test
    void whatIsOngoingHasNoGoalDate() {
        assertThat(refusal(() -> due(DUE).moveTo(FollowUpState.ONGOING, NOW)))
                .isEqualTo(new Problem("due", Fault.ONGOING_HAS_NO_DATE));
        FollowUp ongoing = due(null);
        ongoing.moveTo(FollowUpState.ONGOING, NOW);
        assertThat(refusal(() -> ongoing.promise(new FollowUpDraft("Watch", "Operations", DUE, true))))
                .isEqualTo(new Problem("due", Fault.ONGOING_HAS_NO_DATE));
    }

    @Test
    void whoeverDropsItSaysWhy() {
        FollowUp promise = due(DUE);
        assertThat(refusal(() -> promise.drop(" ", NOW))).isEqualTo(new Problem("reason", Fault.REASON_MISSING));
        assertThat(refusal(() -> promise.moveTo(FollowUpState.DROPPED, NOW)))
                .isEqualTo(new Problem("reason", Fault.REASON_MISSING));
        promise.drop(" No longer needed ", NOW);
        assertThat(promise.reason()).contains("No longer needed");
        promise.moveTo(FollowUpState.OPEN, NOW);
        assertThat(promise.reason()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "IN_PROGRESS", "DONE", "ONGOING"})
    void aMoveIsRememberedOnce(FollowUpState state) {
        FollowUp promise = due(null);
        promise.moveTo(state, NOW.plusSeconds(60));
        promise.moveTo(state, NOW.plusSeconds(120));
        assertThat(promise.state()).isEqualTo(state);
        assertThat(promise.movedAt()).isEqualTo(state == FollowUpState.OPEN ? NOW : NOW.plusSeconds(60));
    }

    @Test
    void itSaysWhatAndWho() {
        InvalidFollowUp refused = catchThrowableOfType(
                InvalidFollowUp.class,
                () -> new FollowUp(null, new FollowUpDraft(" ", "x".repeat(101), null, true), "ann", NOW));
        assertThat(refused.problems())
                .containsExactly(new Problem("text", Fault.TEXT_MISSING), new Problem("owner", Fault.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://files.example/", "/here", "https://", "not an address"})
    void whatNobodyCanFollowIsNoEvidence(String link) {
        assertThat(refusal(() -> due(null).prove(link, null))).isEqualTo(new Problem("link", Fault.LINK));
    }

    @Test
    void evidenceIsKeptAndTakenBack() {
        FollowUp promise = due(null);
        promise.prove(" https://git.example/change/1 ", 7L);
        assertThat(promise.link()).contains("https://git.example/change/1");
        assertThat(promise.checkId()).contains(7L);
        promise.prove("", null);
        assertThat(promise.link()).isEmpty();
        assertThat(promise.checkId()).isEmpty();
    }

    private static FollowUp due(LocalDate day) {
        return new FollowUp(null, new FollowUpDraft("Watch the disk", "Operations", day, true), "ann", NOW);
    }

    private static Problem refusal(Runnable action) {
        return catchThrowableOfType(InvalidFollowUp.class, action::run)
                .problems()
                .get(0);
    }
}
