package net.niner.status.batch.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is said of a step that failed, and to whom. */
class TellFailureTest {

    private static final Exception FAILURE =
            new IllegalStateException("wrapped", new SQLException("duplicate key (paula@client.example)\n at line 1"));

    @Test
    void whoActsOnItReadsWhatWasSaidAndAMailSaysOnlyOfWhatKindItIs() {
        assertThat(TellFailure.reason(FAILURE)).isEqualTo("duplicate key (paula@client.example)");
        assertThat(TellFailure.sentence("deliver", FAILURE))
                .isEqualTo("The step deliver failed (SQLException). The page of the job says more.");
    }
}
