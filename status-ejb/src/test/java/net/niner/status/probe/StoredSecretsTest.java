package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import net.niner.status.probe.InvalidSettings.Problem;
import net.niner.status.probe.ProbeSpec.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredSecretsTest {

    private static final Secret SECRET = new Secret("open sesame");
    private static final ProbeSpec MAIL = new ProbeSpec.Imap("mail.example", 993, Security.TLS, "info", SECRET);

    @Test
    void aPasswordThatIsLeftOutStays() throws InvalidSettings {
        Map<String, String> same = Map.of("host", "mail.example", "security", "tls", "user", "info");
        assertThat(Settings.read(Kind.IMAP, same, () -> MAIL)).isEqualTo(MAIL);
    }

    @ParameterizedTest
    @CsvSource({"host,evil.example", "port,1993"})
    void itGoesToNoOtherTarget(String setting, String value) {
        Map<String, String> other = new HashMap<>(Map.of("host", "mail.example", "security", "tls", "user", "info"));
        other.put(setting, value);
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> Settings.read(Kind.IMAP, other, () -> MAIL));
        assertThat(refused.problems()).extracting(Problem::setting).containsExactly("password");
        assertThat(refused.problems()).extracting(Problem::fault).containsExactly(Fault.SECRET_ANEW);
    }

    @Test
    void itIsOfNoUseToAnotherKind() {
        Map<String, String> smtp = Map.of("host", "mail.example", "port", "993", "security", "tls", "user", "info");
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> Settings.read(Kind.SMTP, smtp, () -> MAIL));
        assertThat(refused.problems()).extracting(Problem::fault).containsExactly(Fault.PASSWORD_MISSING);
    }

    @Test
    void withoutItsUserAPasswordGoes() throws InvalidSettings {
        ProbeSpec spec = Settings.read(Kind.IMAP, Map.of("host", "mail.example", "security", "tls"), () -> MAIL);
        assertThat(((ProbeSpec.Imap) spec).password()).isNull();
    }

    @Test
    void headersThatAreLeftOutStayWhereTheAddressDoes() throws InvalidSettings {
        ProbeSpec stored = http("https://www.example/a", Map.of("Authorization", SECRET, "X-Other", SECRET));
        Map<String, Object> headers = new HashMap<>();
        headers.put("Authorization", null);
        headers.put("X-New", "fresh");
        Map<String, Object> same = Map.of("url", "https://www.example/a", "headers", headers);
        assertThat(((ProbeSpec.Http) Settings.read(Kind.HTTP, same, () -> stored)).headers())
                .isEqualTo(Map.of("Authorization", SECRET, "X-New", new Secret("fresh")));

        Map<String, Object> other = Map.of("url", "https://www.example/b", "headers", headers);
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> Settings.read(Kind.HTTP, other, () -> stored));
        assertThat(refused.problems()).extracting(Problem::fault).containsExactly(Fault.SECRET_ANEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "host"})
    void anotherHostBehindTheSameAddressIsAnotherTarget(String name) {
        ProbeSpec stored = http("https://cdn.example/", Map.of("Authorization", SECRET));
        Map<String, Object> headers = new HashMap<>();
        headers.put("Authorization", null);
        headers.put(name, "mine.example");

        InvalidSettings refused = catchThrowableOfType(
                InvalidSettings.class,
                () -> Settings.read(
                        Kind.HTTP, Map.of("url", "https://cdn.example/", "headers", headers), () -> stored));

        assertThat(refused.problems()).extracting(Problem::fault).containsExactly(Fault.SECRET_ANEW);
    }

    @Test
    void aHeaderWithoutAValueNeedsAStoredOne() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("X-Unknown", null);
        InvalidSettings refused = catchThrowableOfType(
                InvalidSettings.class,
                () -> Settings.read(Kind.HTTP, Map.of("url", "https://www.example/", "headers", headers)));
        assertThat(refused).hasMessage("headers X-Unknown has no value, and none is stored");
    }

    private static ProbeSpec http(String url, Map<String, Secret> headers) {
        return new ProbeSpec.Http(URI.create(url), "GET", headers, null, 200, null, null, null, null, null);
    }
}
