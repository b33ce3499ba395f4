package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant POSTED = Instant.parse("2025-07-07T07:12:58.123Z");

    @Test
    void timesAreUtcInTheFormOfTheCompanysPosts() {
        assertThat(new Moment(POSTED, Locale.ENGLISH).text()).isEqualTo("7 July 2025 07:12:58 +0000");
        assertThat(new Moment(POSTED, Locale.FRENCH).text()).isEqualTo("7 juillet 2025 07:12:58 +0000");
    }

    @Test
    void machinesReadWholeSeconds() {
        assertThat(new Moment(POSTED, Locale.ENGLISH).machine()).isEqualTo("2025-07-07T07:12:58Z");
    }

    @Test
    void aDayEndsAtMidnightUtc() {
        Moment moment = new Moment(POSTED, Locale.ENGLISH);

        assertThat(moment.isOn(Instant.parse("2025-07-07T23:59:59Z"))).isTrue();
        assertThat(moment.isOn(Instant.parse("2025-07-08T00:00:00Z"))).isFalse();
        assertThat(moment.day()).isEqualTo("7 July");
        assertThat(moment.timeOfDay()).isEqualTo("07:12");
    }

    @Test
    void otherPlacesNameTheDayOnlyWhereItIsAnother() {
        Moment moment = new Moment(POSTED, Locale.ENGLISH);

        assertThat(moment.clockIn(ZoneId.of("Africa/Lusaka"))).isEqualTo("Lusaka 09:12");
        assertThat(moment.clockIn(ZoneId.of("America/Los_Angeles"))).isEqualTo("Los Angeles 00:12");
        assertThat(moment.clockIn(ZoneId.of("Pacific/Honolulu"))).isEqualTo("Honolulu 6 Jul 21:12");
    }
}
