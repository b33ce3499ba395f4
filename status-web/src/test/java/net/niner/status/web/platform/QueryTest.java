package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.niner.status.platform.SiteUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | none",
                "lang=fr | none",
                "s | ''",
                "s= | ''",
                "s=mail | mail",
                "lang=fr&s=mail+server | mail server",
                "s=d%C3%A9lai%20%20+x%0A | délai x",
                "s=100% | 100%",
                "xs=1&s=2&s=3 | 2"
            })
    void aQuestionIsReadAsItWasTyped(String query, String words) {
        assertThat(Query.value(query, "s").orElse(null)).isEqualTo(words);
    }

    @Test
    void aLongQuestionIsCut() {
        assertThat(Query.value("s=" + "x".repeat(500), "s").orElseThrow()).hasSize(Query.LONGEST_VALUE);
        assertThat(Query.value("s=" + "x".repeat(99) + "%F0%9F%98%80", "s").orElseThrow())
                .hasSize(99);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "false, status.example:8080, http://status.example:8080",
                "true, Status.Example, https://status.example",
                "true, [::1]:80, https://[::1]:80",
                "false, none, http://localhost",
                "false, 'evil.example/\"><script>', http://localhost"
            })
    void theSiteIsWhereItWasAskedFor(boolean https, String host, String address) {
        assertThat(SiteAddress.asked(https, host)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "https://status.example/, https://status.example",
                "http://status.example:8080/status, http://status.example:8080/status",
                "status.example, none",
                "ftp://status.example, none",
                "https://status.example/?x, none"
            })
    void orWhereTheSettingSays(String setting, String address) {
        assertThat(SiteUrl.valid(setting)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"/, /?lang=fr", "/?s=x, /?s=x&lang=fr", "/#guide, /?lang=fr#guide", "/2025/07, /2025/07?lang=fr"})
    void aLinkKeepsTheLanguage(String path, String link) {
        assertThat(Language.FR.in(path)).isEqualTo(link);
    }
}
