package net.niner.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.niner.status.incident.Impact;
import net.niner.status.incident.IncidentState;
import net.niner.status.maintenance.MaintenanceState;
import org.junit.jupiter.api.Test;

/** The mails to subscribers and owners are complete in both languages. */
class AnnouncementWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void bothLanguagesSayTheSameWithTheSamePlaces() throws IOException {
        Properties english = read("");
        Properties french = read("_fr");
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key) + french.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void everyKindAndStepHasItsWords() {
        List<String> keys = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            keys.add("subscriber.post.subject." + topic.kind());
        }
        for (AlertKind kind : AlertKind.values()) {
            List.of(AlertTelling.NEW, AlertTelling.REMINDER, AlertTelling.OVER)
                    .forEach(step -> keys.add("alert." + kind + "." + step));
        }
        for (AlertSeverity severity : AlertSeverity.values()) {
            keys.add("alert." + severity);
        }
        for (IncidentState state : IncidentState.values()) {
            keys.add("subscriber.incident.state." + state);
        }
        for (Impact impact : Impact.values()) {
            keys.add("subscriber.incident.impact." + impact);
        }
        for (MaintenanceState state : MaintenanceState.values()) {
            keys.add("subscriber.maintenance.state." + state);
        }
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            keys.forEach(key -> assertThat(new AnnouncementWords(language).of(key, 1, "x", 0))
                    .as(key)
                    .isNotBlank());
        }
    }

    @Test
    void whoSpeaksAnotherLanguageReadsEnglish() {
        assertThat(new AnnouncementWords(Locale.GERMAN).time(Instant.parse("2025-07-07T07:12:58Z")))
                .isEqualTo("7 July 2025 07:12 UTC");
    }

    private static TreeSet<String> places(String text) {
        TreeSet<String> places = new TreeSet<>();
        PLACE.matcher(text).results().map(MatchResult::group).forEach(places::add);
        return places;
    }

    private static Properties read(String suffix) throws IOException {
        Properties texts = new Properties();
        String name = "/" + AnnouncementWords.BUNDLE.replace('.', '/') + suffix + ".properties";
        try (Reader in =
                new InputStreamReader(AnnouncementWordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
