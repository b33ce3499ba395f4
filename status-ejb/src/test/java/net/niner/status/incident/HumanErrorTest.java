package net.niner.status.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.niner.status.incident.InvalidPostMortem.Fault;
import net.niner.status.incident.InvalidPostMortem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanErrorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "human error",
                "Human error.",
                "It was a simple human error!",
                "Operator error",
                "Somebody’s mistake",
                "Root cause: human error",
                "Caused by staff carelessness",
                "Erreur humaine",
                "C’était une erreur de manipulation.",
                "Une faute d’inattention"
            })
    void somebodysErrorAloneIsNoCause(String cause) {
        assertThat(HumanError.isAllThereIs(cause)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Human error was possible because the script asks nothing before it deletes",
                "The disk filled up",
                "The error log was not rotated",
                "Error handling in the queue runner gave up after one failure",
                "Le script ne demande rien avant d’effacer",
                "The operator",
                ""
            })
    void whatMadeItPossibleIsOne(String cause) {
        assertThat(HumanError.isAllThereIs(cause)).isFalse();
    }

    @Test
    void itIsNamedAmongSeveralCauses() {
        PostMortemDraft draft = PostMortemITs.with(List.of("The disk filled up", " ", "human error"), List.of());
        assertThat(PostMortemRules.problems(draft)).containsExactly(new Problem("causes", 1, Fault.HUMAN_ERROR));
    }

    @Test
    void aDraftMaySayLittleButWhatIsPublishedMayNot() {
        PostMortemDraft draft = PostMortemITs.empty("Disk full");
        assertThat(PostMortemRules.problems(draft)).isEmpty();
        assertThat(PostMortemRules.problemsOfPublishing(draft))
                .containsExactly(
                        new Problem("summary", 0, Fault.SUMMARY_MISSING),
                        new Problem("causes", 0, Fault.CAUSE_MISSING));
    }
}
