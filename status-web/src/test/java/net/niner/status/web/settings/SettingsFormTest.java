package net.niner.status.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.niner.status.setting.Accent;
import net.niner.status.setting.SiteSettings;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

    private static final SiteSettings SETTINGS = new SiteSettings(
            "NinerNet",
            List.of("Africa/Lusaka"),
            List.of("fr", "en"),
            List.of(),
            List.of(),
            Duration.ofMinutes(90),
            Duration.ofDays(1),
            List.of("192.0.2.1:53"),
            new Accent("#1f5f8b", "#85bde3"),
            null);

    private final SettingsForm form = new SettingsForm(SETTINGS);

    @Test
    void whatNobodyTouchesStaysAsItWas() {
        assertThat(form.settings()).isEqualTo(SETTINGS);
    }

    @Test
    void theFirstLanguageIsOneOfThoseThatAreOffered() {
        form.setFirstLanguage("en");
        assertThat(form.firstLanguageIsOffered()).isTrue();
        assertThat(form.settings().languages()).containsExactly("en", "fr");
        form.setLanguages(List.of("fr"));
        assertThat(form.firstLanguageIsOffered()).isFalse();
        // that none is offered is another complaint
        form.setLanguages(null);
        assertThat(form.firstLanguageIsOffered()).isTrue();
    }
}
