package net.niner.status.web.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.niner.status.history.Outage;
import org.junit.jupiter.api.Test;

class OutageChartTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void anOutageCountsForEachDayItTouches() {
        List<Outage> outages =
                List.of(outage("2026-11-23T23:30:00Z", "2026-11-24T00:15:00Z"), outage("2026-11-25T11:50:00Z", null));
        assertThat(down(23, outages)).isEqualTo(Duration.ofMinutes(30));
        assertThat(down(24, outages)).isEqualTo(Duration.ofMinutes(15));
        assertThat(down(25, outages)).isEqualTo(Duration.ofMinutes(10));
        assertThat(down(22, outages)).isZero();
    }

    private static Duration down(int day, List<Outage> outages) {
        return OutageChart.downOn(LocalDate.of(2026, 11, day), outages, NOW);
    }

    private static Outage outage(String began, String ended) {
        return new Outage(
                1,
                "NC036 web",
                Instant.parse(began),
                Instant.parse(began),
                ended == null ? null : Instant.parse(ended),
                "refused");
    }
}
