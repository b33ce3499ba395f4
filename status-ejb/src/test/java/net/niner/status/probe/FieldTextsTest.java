package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import net.niner.status.probe.InvalidSettings.Problem;
import org.junit.jupiter.api.Test;

class FieldTextsTest {

    @Test
    void headersStandOneALine() {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Token", "a:b");
        headers.put("X-Kept", null);

        assertThat(FieldTexts.values(Kind.HTTP, Map.of("headers", " X-Token: a:b \n\nX-Kept:\n")))
                .containsEntry("headers", headers);
    }

    @Test
    void aLineWithoutAColonIsRefusedAndNotRepeated() {
        Map<String, Object> values = FieldTexts.values(
                Kind.HTTP, Map.of("url", "https://www.example/", "headers", "Authorization Bearer abc123"));

        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> Settings.read(Kind.HTTP, values));

        assertThat(refused.problems()).extracting(Problem::fault).containsExactly(Fault.HEADERS);
        assertThat(refused.problems().toString()).doesNotContain("abc123");
    }
}
