package net.niner.status.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.niner.status.post.InvalidPost.Fault;
import net.niner.status.post.InvalidPost.Problem;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostFormatTest {

    /** Short rows are filled up: the text is small, and what it becomes is not. */
    @ParameterizedTest
    @ValueSource(ints = {500, 1_000, 25_000})
    void aTableThatGrowsBeyondWhatIsKeptIsRefused(int size) {
        String table = table(size);
        assertThatThrownBy(() -> PostFormat.MARKDOWN.render(table))
                .isInstanceOfSatisfying(InvalidPost.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field, Problem::fault)
                        .containsExactly(Tuple.tuple("body", Fault.BODY_LONG)));
        assertThat(PostFormat.MARKDOWN.preview(table, "Too long.")).isEqualTo("<p>Too long.</p>");
    }

    @Test
    void otherTablesAndMarkupThatGrowsAreNotConfused() {
        assertThat(PostFormat.MARKDOWN.render(table(100))).contains("<table>");
        assertThat(PostFormat.MARKDOWN.preview(null, "Too long.")).isEmpty();
        String quotes = "\"".repeat(250_000);
        assertThatThrownBy(() -> PostFormat.HTML.render(quotes)).isInstanceOf(InvalidPost.class);
    }

    private static String table(int size) {
        return "|a".repeat(size) + "|\n" + "|-".repeat(size) + "|\n" + "|a\n".repeat(size);
    }
}
