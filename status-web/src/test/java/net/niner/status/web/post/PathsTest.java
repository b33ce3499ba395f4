package net.niner.status.web.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

    @Test
    void aPathIsLookedForAsItWasAskedForFirst() {
        assertThat(Paths.spellings("/2025/07/07/the-slug")).containsExactly("/2025/07/07/the-slug");
        assertThat(Paths.spellings("/2025/07/07/d%C3%A9lai"))
                .containsExactly("/2025/07/07/d%C3%A9lai", "/2025/07/07/délai", "/2025/07/07/d%c3%a9lai");
    }

    @Test
    void aBrokenEncodingIsJustAnotherUnknownPath() {
        assertThat(Paths.spellings("/2025/07/07/100%")).contains("/2025/07/07/100%");
    }

    @ParameterizedTest
    @CsvSource({
        "/2025/07/07/d%c3%a9lai, /2025/07/07/d%c3%a9lai",
        "/2026/11/23/жизнь, /2026/11/23/%D0%B6%D0%B8%D0%B7%D0%BD%D1%8C",
        "/tag/a b, /tag/a%20b",
        "/2025/07/07/the-slug, /2025/07/07/the-slug"
    })
    void aLinkIsAscii(String path, String href) {
        assertThat(Paths.href(path)).isEqualTo(href);
    }
}
