package net.niner.status.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    private final Content content = page("<p>All public systems are operational.</p>");

    @Test
    void bothFormsAreTheSamePage() throws Exception {
        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(content.form(true).body())).readAllBytes();

        assertThat(unpacked).isEqualTo(content.form(false).body());
    }

    @Test
    void eachFormHasAValidatorOfItsOwn() {
        assertThat(content.form(true).etag()).isNotEqualTo(content.form(false).etag());
    }

    @Test
    void theValidatorFollowsFromTheBody() {
        String again =
                page("<p>All public systems are operational.</p>").form(true).etag();
        String other = page("<p>NC036 is degraded.</p>").form(true).etag();

        assertThat(content.form(true).etag()).isEqualTo(again).isNotEqualTo(other);
    }

    @ParameterizedTest(name = "{0} accepts gzip: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent | false",
                "gzip, deflate, br | true",
                "br;q=1.0, gzip;q=0.8, *;q=0.1 | true",
                "identity | false",
                "gzip;q=0 | false",
                "gzip;q=0.000, br | false",
                "gzip;q=0.001 | true",
                "br, gzip;q=0, deflate | false",
                "gzip, br;q=0 | true",
                "* | true",
                "*;q=0 | false"
            })
    void gzipIsSentToThoseWhoTakeIt(String header, boolean accepted) {
        assertThat(Reply.acceptsGzip(header)).isEqualTo(accepted);
    }

    @ParameterizedTest(name = "{0} matches: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "absent",
            value = {
                "absent | false",
                "\"abc\" | true",
                "W/\"abc\" | true",
                "\"x\", \"abc\" | true",
                "* | true",
                "\"abc-gzip\" | false",
                "\"ab\" | false"
            })
    void whoHasThePageAlreadyNeedsNone(String header, boolean matches) {
        assertThat(Reply.matches(header, "\"abc\"")).isEqualTo(matches);
    }

    private static Content page(String html) {
        return new Content("text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }
}
