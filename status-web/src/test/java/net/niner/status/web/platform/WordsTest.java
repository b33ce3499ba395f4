package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.niner.status.board.Observed;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.server.Role;
import org.junit.jupiter.api.Test;

class WordsTest {

    /** Keys that are put together: what comes before an enum's constant, and what comes after a word of their own. */
    private static final Set<String> PUT_TOGETHER = Stream.of(
                    keys("role.", Role.values()),
                    keys("status.", DeclaredStatus.values()),
                    keys("guide.status.", DeclaredStatus.values()),
                    keys("ping.", Outcome.values()),
                    keys("guide.ping.", Outcome.values()),
                    keys("seen.only.", Outcome.values()),
                    keys("unknown.", Observed.Reason.values()),
                    Stream.of("DEGRADED", "PARTIAL_OUTAGE", "MAJOR_OUTAGE", "MAINTENANCE")
                            .map("headline.declared."::concat),
                    Stream.of("undeclared", "answers", "down").map(note -> "note." + note + ".since"),
                    ErrorPage.EXPLAINED.stream()
                            .flatMap(code -> Stream.of("error." + code + ".title", "error." + code + ".advice")))
            .flatMap(group -> group)
            .collect(Collectors.toSet());

    private static final Pattern LITERAL = Pattern.compile(
            "(?:words(?:\\(\\))?\\s*\\.of|visitor\\s*\\.text)\\(\\s*[\"']([a-z]+(?:\\.[a-zA-Z_]+)*)[\"']\\s*[,)+]");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(read("messages_fr").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read("messages").stringPropertyNames());
    }

    @Test
    void everyTextThatIsAskedForIsThereAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>(PUT_TOGETHER);
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|xhtml)")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(used::add);
            }
        }
        used.removeAll(Set.of("status", "ping", "role", "unknown", "seen.only"));

        assertThat(read("messages").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyTextIsAFormatWithTheSamePlacesInBothLanguages() throws IOException {
        Properties english = read("messages");
        Properties french = read("messages_fr");

        for (String key : english.stringPropertyNames()) {
            if (key.equals("system")) {
                continue; // a role stands before the code in English, and after it, in brackets, in French
            }
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(english.getProperty(key) + french.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    @Test
    void pluralsAgree() {
        assertThat(Words.in(Language.EN).of("seen.unchecked", 1)).isEqualTo("One other has no check yet.");
        assertThat(Words.in(Language.EN).of("seen.unchecked", 9)).isEqualTo("9 others have no check yet.");
        assertThat(Words.in(Language.EN).of("seen.answering", 0, 4)).startsWith("None of the 4");
        assertThat(Words.in(Language.EN).of("seen.answering", 1, 4)).startsWith("One of the 4");
        assertThat(Words.in(Language.EN).of("seen.answering", 3, 4)).startsWith("3 of the 4");
        assertThat(Words.in(Language.FR).of("seen.unchecked", 1)).isEqualTo("Un autre n’est pas encore contrôlé.");
        assertThat(Words.in(Language.FR).of("seen.unchecked", 9)).isEqualTo("9 autres ne sont pas encore contrôlés.");
    }

    private static Set<Integer> places(String text) {
        new MessageFormat(text);
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream("/net/niner/status/web/" + name + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name());
    }
}
