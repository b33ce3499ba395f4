package net.niner.status.web.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Attempts attempts = new Attempts();

    @Test
    void aSecondPressIsKnown() throws InterruptedException {
        assertThat(attempts.begin("one")).isEmpty();
        Attempts.Attempt first = attempts.begin("one").orElseThrow();

        assertThat(first.await(0)).isFalse();
        attempts.end("one", true);
        assertThat(first.await(0)).isTrue();
    }

    @Test
    void whatWasRefusedIsNotDone() {
        attempts.begin("saved");
        attempts.begin("refused");
        attempts.begin("under way");
        attempts.end("saved", true);
        attempts.end("refused", false);

        assertThat(attempts.done()).containsExactly("saved");
    }

    @Test
    void onlyTheLatestAreRemembered() {
        for (int i = 0; i <= Attempts.REMEMBERED; i++) {
            attempts.begin("press " + i);
        }

        assertThat(attempts.begin("press 0")).isEmpty();
        assertThat(attempts.begin("press " + Attempts.REMEMBERED)).isPresent();
    }
}
