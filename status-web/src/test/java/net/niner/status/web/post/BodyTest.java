package net.niner.status.web.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

    @ParameterizedTest
    @CsvSource({
        "h2 h3 h2, h2 h3 h2",
        "h4 h4, h2 h2",
        "h4 h5 h4, h2 h3 h2",
        "h3 h2 h4, h2 h2 h3",
        "h2 h5 h6 h3, h2 h3 h4 h3"
    })
    void headingsFollowOneAnotherBelowTheTitle(String written, String shown) {
        String html = page(written.replaceAll("(h\\d)", "<$1>x</$1>"));

        assertThat(opened(html)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"h2 h3 h2, h4 h5 h4", "h1 h4, h4 h5", "h2 h3 h4 h5 h4, h4 h5 h6 h6 h6"})
    void headingsOfAnUpdateStandBelowItsOwn(String written, String shown) {
        String html = Body.forPage(written.replaceAll("(h\\d)", "<$1>x</$1>"), 4, "Table", address -> Optional.empty());

        assertThat(opened(html)).isEqualTo(shown);
    }

    @Test
    void aTableCanBeScrolledByKeyboardAndIsNamed() {
        assertThat(page("<table><caption>Times</caption><tr><td>1</td></tr></table>"))
                .contains("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Times\">");
        assertThat(page("<table><tr><td>1</td></tr></table>")).contains("aria-label=\"Table\"");
    }

    @Test
    void aPictureKeepsItsPlaceFree() {
        String html = Body.forPage(
                "<img src=\"/media/51-ab.png\" alt=\"\">", 2, "Table", address -> Optional.of(new Body.Size(640, 480)));

        assertThat(html).contains("width=\"640\"", "height=\"480\"", "loading=\"lazy\"");
    }

    @Test
    void aFeedsLinksAreComplete() {
        String html = Body.forFeed(
                "<a href=\"/systems/NC036\">x</a> <a href=\"//other.example/\">y</a> <img src=\"/media/1-a.png\">",
                "https://status.example");

        assertThat(html)
                .contains(
                        "href=\"https://status.example/systems/NC036\"", "src=\"https://status.example/media/1-a.png\"")
                .contains("href=\"//other.example/\"");
    }

    @Test
    void whatXmlCannotWriteIsLeftOut() {
        assertThat(Body.forXml("a\u0008b\u000bc\ud83d\ude00\n")).isEqualTo("abc\ud83d\ude00\n");
    }

    private static String opened(String html) {
        StringBuilder tags = new StringBuilder();
        java.util.regex.Pattern.compile("<(h\\d)>").matcher(html).results().forEach(tag -> tags.append(tag.group(1))
                .append(' '));
        return tags.toString().strip();
    }

    private static String page(String html) {
        return Body.forPage(html, 2, "Table", address -> Optional.empty());
    }
}
