package net.niner.status.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void theBarShowsWhatIsDoneOfWhatThereIs() {
        assertThat(Watch.bar(5, 10)).isEqualTo("[###############---------------] 5/10");
        assertThat(Watch.bar(10, 10)).isEqualTo("[##############################] 10/10");
    }

    @Test
    void theBarIsEmptyWhileNobodyKnowsHowMuchThereIs() {
        assertThat(Watch.bar(3, 0)).isEqualTo("[------------------------------]");
    }

    @Test
    void theBarNeverOverflows() {
        assertThat(Watch.bar(12, 10)).isEqualTo("[##############################] 12/10");
    }
}
