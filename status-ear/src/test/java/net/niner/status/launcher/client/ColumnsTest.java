package net.niner.status.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(Columns.align(List.of(List.of("JOB", "STATUS"), List.of("probe-round", "FAILED"), List.of("x", ""))))
                .containsExactly("JOB          STATUS", "probe-round  FAILED", "x");
    }

    @Test
    void nothingIsNoLines() {
        assertThat(Columns.align(List.of())).isEmpty();
    }
}
