package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.niner.status.setting.SettingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent | EN",
                "fr | FR",
                "FR-ca | FR",
                "fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5 | FR",
                "en;q=0.5, fr;q=0.7 | FR",
                "en-GB,en;q=0.9,fr;q=0.8 | EN",
                "de, fr;q=0.3 | FR",
                "de | EN",
                "fr;q=0, en;q=0.1 | EN",
                "fro, free | EN",
                ",,;q=,fr;q=x | EN",
                "* | EN"
            })
    void theBrowsersPreferenceDecides(String header, Language language) {
        assertThat(Language.preferred(header, List.of(Language.EN, Language.FR)))
                .isEqualTo(language);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {"absent | FR", "de | FR", "en | EN", "en;q=0.1, fr;q=0.2 | FR"})
    void whoAsksForNoneThatIsOfferedGetsTheFirst(String header, Language language) {
        assertThat(Language.preferred(header, List.of(Language.FR, Language.EN)))
                .isEqualTo(language);
        assertThat(Language.preferred(header, List.of(Language.FR))).isEqualTo(Language.FR);
    }

    @Test
    void theSettingsKnowTheLanguages() {
        assertThat(SettingRules.LANGUAGES)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Language.values()).map(Language::tag).toList());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent | absent",
                "lang=fr | FR",
                "x=1&lang=en&y=2 | EN",
                "lang=de | absent",
                "lang=french | absent",
                "lang= | absent",
                "slang=fr | absent",
                "& | absent"
            })
    void theVisitorsOwnChoiceIsRead(String query, Language language) {
        assertThat(Language.chosen(query)).isEqualTo(language);
    }
}
