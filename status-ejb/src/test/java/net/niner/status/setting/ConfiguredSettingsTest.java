package net.niner.status.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredSettingsTest {

    private static final SiteSettings STANDARD = ConfiguredSettings.of(Map.of()).settings();

    @Test
    void whatIsConfiguredHoldsInPlaceOfTheStandard() {
        ConfiguredSettings configured = ConfiguredSettings.of(Map.of(
                Field.SITE_NAME, "Example",
                Field.SAMPLES_KEEP, "P3D",
                Field.EXECUTIONS_KEEP, "PT90M",
                Field.LINK_TARGETS, "192.0.2.1:53, [2606:4700::1111]:53,"));

        assertThat(configured.complaints()).isEmpty();
        assertThat(configured.settings().siteName()).isEqualTo("Example");
        assertThat(configured.settings().samplesKeep()).isEqualTo(Duration.ofDays(3));
        assertThat(configured.settings().executionsKeep()).isEqualTo(Duration.ofMinutes(90));
        assertThat(configured.settings().linkTargets()).containsExactly("192.0.2.1:53", "[2606:4700::1111]:53");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "LINK_TARGETS | 192.0.2.1:53, 2606:4700::1111:53 | status.link.targets must be host:port",
                "LINK_TARGETS | a:1,a:2,a:3,a:4,a:5,a:6,a:7,a:8,a:9,a:10,a:11 | status.link.targets has too many entries",
                "SAMPLES_KEEP | P60D | status.samples.keep must be from one hour to 14 days",
                "EXECUTIONS_KEEP | PT30M | status.jobs.keep must be from one hour to 30 days",
                "EXECUTIONS_KEEP | a day | status.jobs.keep must be a length of time",
                "SITE_NAME | ' ' | status.site.name must not be empty"
            })
    void whatCannotBeUsedIsToldAndCountsAsNotSet(Field field, String value, String complaint) {
        ConfiguredSettings configured = ConfiguredSettings.of(Map.of(field, value));

        assertThat(configured.complaints()).singleElement().satisfies(sentence -> assertThat(sentence)
                .startsWith(complaint)
                .contains("\"" + value + "\""));
        assertThat(configured.settings()).isEqualTo(STANDARD);
        assertThat(SettingRules.problems(configured.settings())).isEmpty();
    }
}
