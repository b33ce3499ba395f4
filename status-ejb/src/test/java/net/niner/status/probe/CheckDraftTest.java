package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import net.niner.status.probe.InvalidSettings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckDraftTest {

    @ParameterizedTest
    @MethodSource("net.niner.status.probe.Specs#all")
    void whatAFormShowsReadsBackTheSame(ProbeSpec spec) {
        Map<String, String> texts = FieldTexts.of(spec);
        assertThat(texts.toString()).doesNotContain(Specs.PLAIN);
        assertThat(draft(Kind.of(spec), texts, Map.of()).read(spec).spec()).isEqualTo(spec);
    }

    @Test
    void rulesReadBackTheSame() {
        Map<String, String> texts = CheckDraft.texts(CheckRules.DEFAULT);
        assertThat(draft(Kind.ICMP, Map.of("host", "a"), texts).read(null).rules())
                .isEqualTo(CheckRules.DEFAULT);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        CheckDraft wrong = new CheckDraft(
                " ", Kind.TCP, Map.of("host", "a b"), Map.of("interval", "often", "timeout", "2h"), true, true);
        InvalidCheck refused = catchThrowableOfType(InvalidCheck.class, () -> wrong.read(null));
        assertThat(refused.problems())
                .extracting(Problem::setting)
                .containsExactly("check.name", "host", "port", "check.interval", "check.timeout");
        assertThat(refused.problems())
                .extracting(Problem::fault)
                .containsExactly(Fault.NAME_LENGTH, Fault.HOST, Fault.MISSING, Fault.DURATION, Fault.RANGE);
    }

    @Test
    void listsAndHeadersAreOneALine() {
        CheckDraft zone = draft(
                Kind.DNS, Map.of("zone", "niner.net", "servers", "ns1.niner.net\r\n\r\n ns2.niner.net "), Map.of());
        assertThat(((ProbeSpec.Dns) zone.read(null).spec()).servers())
                .containsExactly("ns1.niner.net", "ns2.niner.net");

        CheckDraft page = draft(
                Kind.HTTP, Map.of("url", "https://niner.net/", "headers", "X-A: b: c\r\nAccept:text/html"), Map.of());
        assertThat(((ProbeSpec.Http) page.read(null).spec()).headers())
                .isEqualTo(Map.of("X-A", new Secret("b: c"), "Accept", new Secret("text/html")));
    }

    private static CheckDraft draft(Kind kind, Map<String, String> fields, Map<String, String> rules) {
        return new CheckDraft("name", kind, fields, rules, true, true);
    }
}
