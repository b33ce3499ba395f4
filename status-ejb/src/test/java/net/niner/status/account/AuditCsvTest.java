package net.niner.status.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import net.niner.status.account.AuditEvent.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void nothingIsAFormula(String value) {
        assertThat(AuditCsv.cell(value)).matches("(?s)\"?'.*");
    }

    @Test
    void aCellIsQuotedWhereItMustBe() {
        assertThat(AuditCsv.cell("plain")).isEqualTo("plain");
        assertThat(AuditCsv.cell("a, b")).isEqualTo("\"a, b\"");
        assertThat(AuditCsv.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(AuditCsv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(AuditCsv.cell(null)).isEmpty();
    }

    @Test
    void eachFieldHasALine() throws IOException {
        StringBuilder out = new StringBuilder();
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("port", new Change("25", "465"));
        changes.put("note", new Change(null, "new"));
        AuditCsv csv = new AuditCsv(out);
        csv.head();
        csv.event(event(changes));
        csv.event(event(Map.of()));
        assertThat(out.toString()).isEqualTo("""
                        id,at,who,address,action,subject,field,before,after\r
                        7,2025-07-07T07:12:58Z,ann@example.org,,check.change,NC036 webmail,port,25,465\r
                        7,2025-07-07T07:12:58Z,ann@example.org,,check.change,NC036 webmail,note,,new\r
                        7,2025-07-07T07:12:58Z,ann@example.org,,check.change,NC036 webmail,,,\r
                        """);
    }

    @Test
    void twoRowsNeverLookAlikeToTheHash() {
        AuditRow one = new AuditRow(1, Instant.EPOCH, null, "a", "b", "c", "d", "{}");
        AuditRow moved = new AuditRow(1, Instant.EPOCH, null, "a1:b", null, "c", "d", "{}");
        AuditRow absent = new AuditRow(1, Instant.EPOCH, null, "a", null, "c", "d", "{}");
        AuditRow empty = new AuditRow(1, Instant.EPOCH, null, "a", "", "c", "d", "{}");
        assertThat(Stream.of(one, moved, absent, empty).map(row -> row.textAfter("")))
                .doesNotHaveDuplicates();
        assertThat(one.textAfter("x")).isNotEqualTo(one.textAfter(""));
    }

    @Test
    void whatIsTooLongIsCutBetweenCharacters() {
        assertThat(AuditText.cut("a\0b🌱", 10)).isEqualTo("a b🌱");
        assertThat(AuditText.cut("ab🌱", 3)).isEqualTo("ab");
    }

    private static AuditEvent event(Map<String, Change> changes) {
        return new AuditEvent(
                7,
                Instant.parse("2025-07-07T07:12:58Z"),
                "ann@example.org",
                null,
                "check.change",
                "NC036 webmail",
                changes);
    }
}
