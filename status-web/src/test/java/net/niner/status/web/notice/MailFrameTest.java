package net.niner.status.web.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.niner.status.notice.MailFrames;
import org.junit.jupiter.api.Test;

class MailFrameTest {

    @Test
    void aMailLooksInTheBackOfficeAsItDoesInAMailProgram() throws IOException {
        try (InputStream css = MailFrame.class.getResourceAsStream("/net/niner/status/web/assets/mail.css")) {
            assertThat(new String(css.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(MailFrames.STYLE);
        }
        assertThat(MailFrames.STYLE).doesNotContain("url(", "@import");
    }

    @Test
    void longLinesAreBrokenAndRowsOfATableAreNot() {
        String row = "NC036  " + "a word ".repeat(20).strip();
        assertThat(new MailFrame().lines("short\n\n" + "a word ".repeat(20).strip() + "\n" + row))
                .startsWith("short\n\na word")
                .endsWith("\n" + row)
                .satisfies(text -> assertThat(text.lines().filter(line -> !line.equals(row)))
                        .allMatch(line -> line.length() <= 78)
                        .hasSize(4));
    }
}
