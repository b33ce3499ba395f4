package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.niner.status.probe.InvalidSettings.Problem;
import net.niner.status.probe.ProbeSpec.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @ParameterizedTest
    @MethodSource("net.niner.status.probe.Specs#all")
    void whatIsWrittenReadsBackTheSame(ProbeSpec spec) throws InvalidSettings {
        assertThat(Settings.read(Kind.of(spec), Settings.write(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theFullestSettingsSetEverythingSomewhere(Kind kind) {
        assertThat(Specs.fullest().filter(spec -> Kind.of(spec) == kind))
                .flatExtracting(spec -> Settings.write(spec).keySet())
                .containsAll(kind.settings());
    }

    @ParameterizedTest
    @MethodSource("net.niner.status.probe.Specs#all")
    void noSecretShowsInAnyRecord(ProbeSpec spec) {
        assertThat(spec.toString()).doesNotContain(Specs.PLAIN);
        assertThat(Settings.write(spec).toString()).doesNotContain(Specs.PLAIN);
    }

    @Test
    void defaultsAreLeftOut() {
        assertThat(Settings.write(new ProbeSpec.Tls("mail.niner.net", 443, null, 14)))
                .isEqualTo(Map.of("host", "mail.niner.net"));
        assertThat(Settings.write(new ProbeSpec.Imap("mail.niner.net", 993, Security.TLS, null, null)))
                .isEqualTo(Map.of("host", "mail.niner.net", "security", "tls"));
    }

    @ParameterizedTest
    @CsvSource({"smtp,starttls,25", "smtp,none,25", "smtp,TLS,465", "imap,tls,993", "pop3, tls,995", "pop3,StartTls,110"
    })
    void theUsualMailPortFollowsFromTheSecurity(String kind, String security, int port) throws InvalidSettings {
        assertThat(Settings.read(Kind.called(kind).orElseThrow(), Map.of("host", "localhost", "security", security)))
                .extracting("port")
                .isEqualTo(port);
    }

    @Test
    void whatYamlTakesForSomethingElseIsStillText() throws InvalidSettings {
        assertThat(tcp(220)).isEqualTo("220");
        assertThat(tcp(3.5)).isEqualTo("3.5");
        assertThat(tcp(true)).isEqualTo("true");
        assertThat(tcp(Date.from(Instant.parse("2026-11-23T00:00:00Z")))).isEqualTo("2026-11-23");
        assertThat(tcp(Date.from(Instant.parse("2026-11-23T12:00:00Z")))).isEqualTo("2026-11-23T12:00:00Z");
    }

    private static String tcp(Object expect) throws InvalidSettings {
        var values = Map.of("host", "localhost", "port", "25", "expect", expect);
        return ((ProbeSpec.Tcp) Settings.read(Kind.TCP, values)).expect();
    }

    @Test
    void oneTextIsAListOfOne() throws InvalidSettings {
        var values = Map.of("server", "localhost", "name", "niner.net", "expected", "192.0.2.1");
        assertThat(((ProbeSpec.Dns) Settings.read(Kind.DNS, values)).expected()).containsExactly("192.0.2.1");
    }

    @Test
    void anEmptySettingIsAnAbsentOne() throws InvalidSettings {
        Map<String, Object> values = new HashMap<>(Map.of("host", "localhost", "fingerprint", ""));
        values.put("port", null);
        assertThat(Settings.read(Kind.SSH, values)).isEqualTo(new ProbeSpec.Ssh("localhost", 22, null));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(problems(Kind.TLS, Map.of("port", 70000, "warn-day", 3, "name", "-x")))
                .containsExactly(
                        new Problem("host", "host is missing", Fault.MISSING),
                        new Problem(
                                "port",
                                "port must be between 1 and 65535, not 70000",
                                Fault.RANGE,
                                List.of("1", "65535")),
                        new Problem("name", "name must be a host name or an address, not \"-x\"", Fault.HOST),
                        new Problem(
                                "warn-day", "warn-day is no setting of tls: did you mean warn-days?", Fault.UNKNOWN));
    }

    @Test
    void theMessageOfTheExceptionHoldsThemAll() {
        InvalidSettings refusal = refusal(Kind.SSH, Map.of("port", 0));
        assertThat(refusal).hasMessage("host is missing; port must be between 1 and 65535, not 0");
    }

    @Test
    void aNameThatResemblesNothingIsAnsweredWithTheNamesThereAre() {
        assertThat(messages(Kind.ICMP, Map.of("host", "a", "colour", "red")))
                .containsExactly("colour is no setting of icmp: icmp knows host, count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mail server", "-x", ".x", "a..b", "é.example", "1::2::3", "fe80::1%eth0", "a/b", "a\nb", "[::1]"
            })
    void whatIsNoHostIsRefused(String host) {
        assertThat(messages(Kind.SSH, Map.of("host", host)))
                .singleElement()
                .asString()
                .startsWith("host must be a host name or an address, not \"")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "mail.niner.net.", "_a.b-c.example", "192.0.2.1", "::1", "2001:db8::192.0.2.1"})
    void hostsAreNamesAndAddresses(String host) throws InvalidSettings {
        assertThat(Settings.read(Kind.SSH, Map.of("host", host))).isEqualTo(new ProbeSpec.Ssh(host, 22, null));
    }

    @Test
    void numbersAreWholeAndInRange() {
        List<?> bad = Arrays.asList("x", 80.5, true, List.of(1), "", BigInteger.TEN.pow(30), -1, "65536");
        assertThat(bad.stream().flatMap(port -> messages(Kind.TCP, Map.of("host", "a", "port", port)).stream()))
                .containsExactly(
                        "port must be a whole number, not \"x\"",
                        "port must be a whole number, not 80.5",
                        "port must be a whole number, not \"true\"",
                        "port must be a whole number, not \"[1]\"",
                        "port is missing",
                        "port must be a whole number, not 1" + "0".repeat(30),
                        "port must be between 1 and 65535, not -1",
                        "port must be between 1 and 65535, not 65536");
    }

    @Test
    void choicesAreTold() {
        assertThat(messages(Kind.SMTP, Map.of("host", "a", "security", "ssl")))
                .containsExactly("security must be none, starttls or tls, not \"ssl\"");
        assertThat(messages(Kind.SIP, Map.of("host", "a", "transport", List.of("udp"))))
                .containsExactly("transport must be udp or tcp, not \"[udp]\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://niner.net/",
                "niner.net",
                "http:///x",
                "https://a b/",
                "http://niner.net:70000/",
                "self:status",
                "self://a/b"
            })
    void onlyWebAddressesAndThisSiteItselfAreProbed(String url) {
        assertThat(messages(Kind.HTTP, Map.of("url", url)))
                .containsExactly(
                        "url must be an address such as https://www.example.com/ or self:/, not \"" + url + "\"");
    }

    @Test
    void credentialsInAnAddressAreRefusedAndNotRepeated() {
        assertThat(messages(Kind.HTTP, Map.of("url", "https://me:hunter2@niner.net/")))
                .containsExactly("url must not hold a user or password: set the header Authorization instead");
        assertThat(messages(Kind.HTTP, Map.of("url", "https://me:hunter2@niner net/"))
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void headersCannotSmuggle() {
        Map<String, String> headers = Map.of("X-Token", "hunter2\r\nX-Evil: 1");
        assertThat(messages(Kind.HTTP, Map.of("url", "self:/", "headers", headers)))
                .containsExactly("headers X-Token must be one line of ASCII characters");
        assertThat(messages(Kind.HTTP, Map.of("url", "self:/", "headers", Map.of("X\r\nEvil", "1"))))
                .containsExactly("headers must be named by an HTTP token such as X-Token, not \"X Evil\"");
        assertThat(messages(Kind.HTTP, Map.of("url", "self:/", "headers", Map.of("Content-Length", 5))))
                .containsExactly("headers must not hold Content-Length: the probe sets it itself");
        assertThat(messages(Kind.HTTP, Map.of("url", "self:/", "headers", "X-Token: 1")))
                .containsExactly("headers must be names with values");
    }

    @Test
    void httpExpectationsFitTogether() {
        Map<String, Object> values = Map.of(
                "url", "self:/", "method", "GET /", "value", "up", "redirect", "https://niner.net/", "status", 200);
        assertThat(messages(Kind.HTTP, values))
                .containsExactly(
                        "method must be an HTTP token such as GET, not \"GET /\"",
                        "value needs json, which says where it stands",
                        "redirect needs a status between 300 and 399, such as 301, not 200");
        assertThat(messages(Kind.HTTP, Map.of("url", "self:/", "json", "status", "status", 99)))
                .containsExactly(
                        "status must be between 100 and 599, not 99",
                        "json must be a JSON Pointer such as /status/0, not \"status\"");
    }

    @Test
    void jsonWithoutAValueMeansThatItExists() throws InvalidSettings {
        assertThat(((ProbeSpec.Http) Settings.read(Kind.HTTP, Map.of("url", "self:/", "json", "/a"))))
                .isEqualTo(new ProbeSpec.Http(
                        URI.create("self:/"), "GET", Map.of(), null, 200, null, null, "/a", null, null));
    }

    @Test
    void dnsAsksOneNameserverOrComparesAZones() {
        assertThat(messages(Kind.DNS, Map.of())).containsExactly("name (and server) or zone (and servers) is missing");
        assertThat(messages(Kind.DNS, Map.of("name", "a", "zone", "b", "server", "c", "servers", List.of("d", "e"))))
                .containsExactly("name and zone exclude each other: make two checks");
        assertThat(messages(Kind.DNS, Map.of("name", "a", "servers", "b")))
                .containsExactly(
                        "server is missing: the nameserver that is asked for name",
                        "servers goes with zone; with name it is server");
        assertThat(messages(Kind.DNS, Map.of("zone", "a", "servers", "b", "server", "c", "expected", "d")))
                .containsExactly(
                        "servers must be two or more nameservers of the zone",
                        "server goes with name; with zone it is servers",
                        "expected goes with name, not with zone");
        assertThat(messages(Kind.DNS, Map.of("name", "a b", "server", "c", "type", "XYZ")))
                .containsExactly(
                        "name must be a DNS name, not \"a b\"",
                        "type must be a DNS record type such as A, MX or SOA, not \"XYZ\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "IMAP", "POP3"})
    void credentialsAreWholeAndOnlyTravelProtected(Kind kind) {
        assertThat(messages(kind, Map.of("host", "a", "user", "me")))
                .containsExactly("password is missing: user is set");
        assertThat(messages(kind, Map.of("host", "a", "password", "x")))
                .containsExactly("user is missing: password is set");
        assertThat(messages(kind, Map.of("host", "a", "user", "me", "password", "x", "security", "none")))
                .containsExactly("security must be starttls or tls where a password is sent, not none");
        assertThat(messages(kind, Map.of("host", "a", "user", "me", "password", "hunter2\r\n")))
                .containsExactly("password must be one line without control characters");
        assertThat(messages(kind, Map.of("host", "a", "user", "me\r\nQUIT", "password", "x")))
                .containsExactly("user must be one line without control characters, not \"me QUIT\"");
        assertThat(messages(kind, Map.of("host", "a", "port", 465)))
                .containsExactly("security must be tls on port 465, which is protected from the first byte (RFC 8314)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256:short", "MD5:00:11", "ssh-ed25519 AAAA"})
    void fingerprintsAreThoseThatOpenSshPrints(String fingerprint) {
        assertThat(messages(Kind.SSH, Map.of("host", "a", "fingerprint", fingerprint)))
                .containsExactly("fingerprint must be a fingerprint as ssh-keygen -l prints it, SHA256:..., not \""
                        + fingerprint + "\"");
    }

    @Test
    void textsAreBoundedAndShownShort() {
        assertThat(messages(Kind.TCP, Map.of("host", "a", "port", 1, "expect", "x".repeat(10_001))))
                .singleElement()
                .asString()
                .startsWith("expect must be text of at most 10000 characters, not \"xxx")
                .hasSizeLessThan(150);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aKindIsFoundByItsWord(Kind kind) {
        assertThat(Kind.called(kind.word().toUpperCase(Locale.ROOT))).contains(kind);
        assertThat(Kind.called("ping")).isEmpty();
    }

    private static List<String> messages(Kind kind, Map<String, ?> values) {
        return problems(kind, values).stream().map(Problem::message).toList();
    }

    private static List<Problem> problems(Kind kind, Map<String, ?> values) {
        return refusal(kind, values).problems();
    }

    private static InvalidSettings refusal(Kind kind, Map<String, ?> values) {
        InvalidSettings refusal = catchThrowableOfType(InvalidSettings.class, () -> Settings.read(kind, values));
        assertThat(refusal).as("%s %s", kind, values).isNotNull();
        return refusal;
    }
}
