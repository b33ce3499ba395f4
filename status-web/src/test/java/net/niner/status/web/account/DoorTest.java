package net.niner.status.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import net.niner.status.web.platform.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

    private static final String HOST = "status.example:8080";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "POST,same-origin,,false",
        "POST,none,,false",
        "POST,same-site,,true",
        "POST,cross-site,http://status.example:8080,true",
        "POST,same-origin,null,false",
        "POST,,,false",
        "POST,,http://status.example:8080,false",
        "POST,,https://status.example:8080,false",
        "POST,,http://status.example,true",
        "POST,,http://evil.example,true",
        "POST,,null,true",
        "GET,cross-site,http://evil.example,false"
    })
    void aFormOfAnotherSiteIsKnownByWhatTheBrowserSays(String method, String site, String origin, boolean elsewhere) {
        assertThat(Door.comesFromElsewhere(method, site, origin, HOST)).isEqualTo(elsewhere);
    }

    @Test
    void theLanguageOfTheAccountIsOneThatPagesKnow() {
        assertThat(Door.language("fr")).contains(Language.FR);
        assertThat(Door.language("en")).contains(Language.EN);
        assertThat(Door.language(null)).isEmpty();
        assertThat(Door.language("de")).isEmpty();
    }
}
