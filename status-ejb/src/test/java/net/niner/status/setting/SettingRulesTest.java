package net.niner.status.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {

    private static final SiteSettings GOOD = new SiteSettings(
            "NinerNet",
            List.of("Africa/Lusaka", "America/Toronto"),
            List.of("fr", "en"),
            List.of(new Link("Company", "https://example.com/"), new Link("Mail us", "mailto:help@example.com")),
            List.of(new Link("Is it down?", "http://example.org/x?y=1#z")),
            Duration.ofDays(2),
            Duration.ofHours(1),
            List.of("192.0.2.1:53", "[2001:db8::1]:443", "far.example:53"),
            Accent.STANDARD,
            null);

    @Test
    void whatIsRightHasNoProblems() {
        assertThat(SettingRules.problems(GOOD)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "SITE_NAME | ^^ | MISSING",
                "SITE_NAME | ^   ^ | MISSING",
                "ZONES | Mars/Olympus | NO_ZONE",
                "ZONES | Africa/Lusaka Africa/Lusaka | TWICE",
                "ZONES | UTC GMT Europe/Paris Asia/Tokyo Asia/Seoul | TOO_MANY",
                "LANGUAGES | ^^ | MISSING",
                "LANGUAGES | de | NO_LANGUAGE",
                "LINKS | ^ \thttps://example.com/^ | NO_LABEL",
                "LINKS | ^Run\tjavascript:alert(1)^ | NO_ADDRESS",
                "LINKS | ^Data\tdata:text/html,x^ | NO_ADDRESS",
                "LINKS | ^Half\thttps:^ | NO_ADDRESS",
                "LINKS | ^Here\t/admin^ | NO_ADDRESS",
                "LINKS | ^Sly\thttps://bank.example@evil.example/^ | NO_ADDRESS",
                "RESOURCES | ^Space\thttps://exa mple.com/^ | NO_ADDRESS",
                "SAMPLES_KEEP | PT59M | SAMPLES_AGE",
                "SAMPLES_KEEP | P14DT1S | SAMPLES_AGE",
                "EXECUTIONS_KEEP | PT59M | EXECUTIONS_AGE",
                "EXECUTIONS_KEEP | P30DT1S | EXECUTIONS_AGE",
                "LINK_TARGETS | far.example | NO_TARGET",
                "LINK_TARGETS | far.example:0 | NO_TARGET",
                "LINK_TARGETS | far.example:65536 | NO_TARGET",
                "LINK_TARGETS | http://far.example:80 | NO_TARGET",
                "ACCENT_LIGHT | blue | NO_COLOUR",
                "ACCENT_LIGHT | #1F5F8B | NO_COLOUR",
                "ACCENT_LIGHT | #85bde3 | TOO_FAINT",
                "ACCENT_DARK | #1f5f8b | TOO_FAINT"
            })
    void whatIsWrongIsNamed(Field field, String value, Fault fault) {
        assertThat(problemsWith(field, value)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.fault()).isEqualTo(fault);
        });
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(problemsWith(Map.of(Field.SITE_NAME, "", Field.LINK_TARGETS, "x y", Field.ACCENT_DARK, "#000000")))
                .extracting(InvalidSetting::field)
                .containsExactly(Field.SITE_NAME, Field.LINK_TARGETS, Field.LINK_TARGETS, Field.ACCENT_DARK);
    }

    @Test
    void aFaintColourIsToldItsContrastRoundedDown() {
        // 4.54 to 1 on white, less on the paper of the page
        assertThat(problemsWith(Field.ACCENT_LIGHT, "#767676"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.given()).isEqualTo(3.9));
        assertThat(Accent.onLight("#000000")).isBetween(18.0, 21.0);
    }

    @Test
    void lengthsAreLimited() {
        assertThat(problemsWith(Field.SITE_NAME, "n".repeat(61)))
                .extracting(InvalidSetting::fault)
                .containsExactly(Fault.TOO_LONG);
        assertThat(problemsWith(Field.LINKS, "l\thttps://example.com/" + "x".repeat(500)))
                .extracting(InvalidSetting::fault)
                .containsExactly(Fault.TOO_LONG);
        List<String> many = Collections.nCopies(21, "l\thttps://example.com/");
        assertThat(problemsWith(Field.LINKS, String.join("\n", many)))
                .extracting(InvalidSetting::fault)
                .contains(Fault.TOO_MANY, Fault.TWICE);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        SiteSettings withLogo = new SiteSettings(
                GOOD.siteName(),
                GOOD.zones(),
                GOOD.languages(),
                GOOD.links(),
                GOOD.resources(),
                GOOD.samplesKeep(),
                GOOD.executionsKeep(),
                GOOD.linkTargets(),
                GOOD.accent(),
                new Logo(Logo.Format.PNG, "AAAA"));
        assertThat(WrittenSettings.over(GOOD, withLogo.written())).isEqualTo(withLogo);
        assertThat(WrittenSettings.over(withLogo, Map.of(Field.LOGO, "", Field.LINKS, "")))
                .satisfies(settings -> assertThat(settings.logo()).isNull())
                .satisfies(settings -> assertThat(settings.links()).isEmpty());
    }

    @Test
    void whatTwoPeopleChangedIsPutTogether() {
        SiteSettings theirs = with(Map.of(Field.SITE_NAME, "Theirs", Field.ZONES, "Asia/Tokyo"));
        SiteSettings mine = with(Map.of(Field.SITE_NAME, "Mine", Field.LINK_TARGETS, "192.0.2.9:1"));

        SiteSettings both = mine.carriedOver(GOOD, theirs);

        assertThat(both.siteName()).isEqualTo("Mine");
        assertThat(both.zones()).containsExactly("Asia/Tokyo");
        assertThat(both.linkTargets()).containsExactly("192.0.2.9:1");
        assertThat(both.differencesFrom(theirs)).containsExactly(Field.SITE_NAME, Field.LINK_TARGETS);
        assertThat(GOOD.differencesFrom(GOOD)).isEmpty();
    }

    private static SiteSettings with(Map<Field, String> written) {
        return WrittenSettings.over(GOOD, new EnumMap<>(written));
    }

    private static List<InvalidSetting> problemsWith(Field field, String value) {
        return problemsWith(Map.of(field, value));
    }

    private static List<InvalidSetting> problemsWith(Map<Field, String> written) {
        return SettingRules.problems(WrittenSettings.over(GOOD, new EnumMap<>(written)));
    }
}
