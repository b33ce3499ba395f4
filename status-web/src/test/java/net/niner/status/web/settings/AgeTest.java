package net.niner.status.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({"P2D, 2, DAYS", "PT36H, 36, HOURS", "PT90M, 90, MINUTES", "PT1H30M20S, 90, MINUTES"})
    void itIsCountedInTheLargestUnitThatMeasuresItAndStaysWhatItWas(Duration duration, int amount, Age.Unit unit) {
        Age age = new Age(duration);
        assertThat(age.getAmount()).isEqualTo(amount);
        assertThat(age.getUnit()).isEqualTo(unit);
        assertThat(age.duration()).isEqualTo(duration);
    }

    @Test
    void whatIsTypedHolds() {
        Age age = new Age(Duration.ofMinutes(90));
        age.setUnit(Age.Unit.HOURS);
        assertThat(age.duration()).isEqualTo(Duration.ofHours(90));
        age.setAmount(null);
        assertThat(age.duration()).isZero();
    }
}
