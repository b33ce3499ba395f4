package net.niner.status.web.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.niner.status.web.platform.faces.Attempts.Turn;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final long PATIENCE_MILLIS = 20_000;

    private final Attempts attempts = new Attempts();

    @Test
    void aSecondPressIsKnown() {
        assertThat(begin("one")).isEqualTo(Turn.ACT);
        assertThat(begin("one")).isEqualTo(Turn.UNDER_WAY);

        attempts.end("one", true);
        assertThat(begin("one")).isEqualTo(Turn.DONE);
    }

    @Test
    void whatWasRefusedCanBePressedAgain() {
        begin("refused");
        attempts.end("refused", false);

        assertThat(begin("refused")).isEqualTo(Turn.ACT);
        attempts.end("refused", true);
        assertThat(begin("refused")).isEqualTo(Turn.DONE);
    }

    @Test
    void whoWaitsForOneThatIsRefusedComesNext() throws Exception {
        begin("one");
        CompletableFuture<Turn> second = CompletableFuture.supplyAsync(() -> begin("one", PATIENCE_MILLIS));
        CompletableFuture<Turn> third = CompletableFuture.supplyAsync(() -> begin("one", PATIENCE_MILLIS));

        attempts.end("one", false);
        Turn next = (Turn) CompletableFuture.anyOf(second, third).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(next).isEqualTo(Turn.ACT);

        attempts.end("one", true);
        assertThat(second.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .isNotEqualTo(third.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Test
    void whatWasRefusedIsNotDone() {
        begin("saved");
        begin("refused");
        begin("under way");
        attempts.end("saved", true);
        attempts.end("refused", false);

        assertThat(attempts.done()).containsExactly("saved");
    }

    @Test
    void onlyTheLatestAreRemembered() {
        for (int i = 0; i <= Attempts.REMEMBERED; i++) {
            begin("press " + i);
        }

        assertThat(begin("press 0")).isEqualTo(Turn.ACT);
        assertThat(begin("press " + Attempts.REMEMBERED)).isEqualTo(Turn.UNDER_WAY);
    }

    private Turn begin(String id) {
        return begin(id, 0);
    }

    private Turn begin(String id, long patienceMillis) {
        try {
            return attempts.begin(id, patienceMillis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
