package net.niner.status.web.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void theEndsOfARangeBelongToIt(String text) {
        assertThat(Given.number("limit", text, 1, 200)).isEqualTo(Long.parseLong(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "", "x", "1.0", "99999999999999999999"})
    void aNumberOutOfRangeIsRefusedWithTheRange(String text) {
        assertThatThrownBy(() -> Given.number("limit", text, 1, 200))
                .isInstanceOf(Refused.class)
                .hasMessage("limit must be a whole number from 1 to 200, not " + text);
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThat(Given.flag("dryRun", "true")).isTrue();
        assertThat(Given.flag("dryRun", "false")).isFalse();
        assertThatThrownBy(() -> Given.flag("dryRun", "yes")).hasMessage("dryRun must be true or false, not yes");
    }

    @Test
    void aBodyAtTheLimitIsRead() throws IOException {
        assertThat(Given.text(bytes("é2"), 3)).isEqualTo("é2");
    }

    @Test
    void aBodyThatNeverEndsIsReadOnlyAsFarAsTheLimit() {
        assertThatThrownBy(() -> Given.text(endless(), 1000))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status())
                        .isEqualTo(Status.REQUEST_ENTITY_TOO_LARGE))
                .hasMessage("the body is larger than 1000 bytes");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() {
        InputStream latin = new ByteArrayInputStream("é".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Given.text(latin, 10)).hasMessage("the body is not UTF-8");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
    }
}
