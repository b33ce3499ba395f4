package net.niner.status.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import net.niner.status.incident.PostMortemDraft.LessonDraft;
import net.niner.status.platform.Markup;
import org.junit.jupiter.api.Test;

class PostMortemTextTest {

    private static final PostMortemWords ENGLISH = new PostMortemWords("en");

    private static final PostMortemDraft DRAFT = PostMortemITs.with(
            List.of("Logs were\nnot rotated", "Nothing watched the disk"),
            List.of(new TimelineRow(
                    Instant.parse("2026-03-01T16:48:05Z"), "The queue | stood\nstill", TimelineSource.HAND)),
            List.of(new LessonDraft(null, "Watch every disk", List.of())));

    private static final List<PostMortemText.Promise> PROMISES = List.of(
            new PostMortemText.Promise(
                    "Watch disks", "Operations", LocalDate.of(2026, 4, 1), FollowUpState.DONE, "https://x.example/1"),
            new PostMortemText.Promise("Train", "Everybody", null, FollowUpState.ONGOING, null));

    @Test
    void partsComeInTheOrderInWhichTheyAreRead() {
        String html = Markup.ofMarkdown(PostMortemText.of(DRAFT, PROMISES, ENGLISH));
        assertThat(html)
                .containsSubsequence(
                        "Mail waited for three hours.",
                        "<h2>What clients noticed</h2>",
                        "<h2>Causes</h2>",
                        "Logs were\nnot rotated",
                        "Nothing watched the disk",
                        "<h2>What set it off</h2>",
                        "<h2>How it was noticed</h2>",
                        "<h2>How it was fixed</h2>",
                        "<h2>What went well</h2>",
                        "<h2>What did not go well</h2>",
                        "<h2>Timeline</h2>",
                        "<td>1 March 2026 16:48:05</td>",
                        "<td>The queue | stood still</td>",
                        "<h2>Lessons</h2>",
                        "Watch every disk",
                        "<h2>Follow-ups</h2>",
                        "<td>1 April 2026</td>",
                        "done (<a href=\"https://x.example/1\"",
                        "<td>no goal date</td>",
                        "<td>ongoing</td>",
                        "<a href=\"/follow-ups\"");
        assertThat(html.split("<ul>")).hasSize(2);
    }

    @Test
    void whatSaysNothingIsLeftOut() {
        assertThat(PostMortemText.of(PostMortemITs.empty("Title"), List.of(), ENGLISH))
                .isEmpty();
    }

    @Test
    void headingsAreInTheLanguageOfTheSite() {
        assertThat(PostMortemText.of(DRAFT, PROMISES, new PostMortemWords("fr")))
                .contains("## Ce que les clients ont remarqué", "| 1 mars 2026 16:48:05 |", "| sans échéance |");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("post-mortem_fr")).isEqualTo(keys("post-mortem")).isNotEmpty();
    }

    private static Set<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PostMortemWords.class.getResourceAsStream(name + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties.stringPropertyNames();
    }
}
