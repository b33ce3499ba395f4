package net.niner.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Against a nameserver that speaks the protocol, well or badly. */
class DnsProbeTest {

    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String[] ZONE = {
        "www.example. A 192.0.2.1",
        "www.example. A 192.0.2.2",
        "www.example. AAAA 2001:db8::1",
        "example. MX 10 Mail.Example.",
        "example. TXT \"v=spf1 \" \"-all\"",
        "example. SOA ns1.example. root.example. 2025070701 3600 600 86400 60",
    };

    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void anyAnswerWillDoWhereNoneIsExpected() throws IOException {
        try (TestNameserver server = TestNameserver.of(ZONE)) {
            Finding finding = ask(server, "www.example", "A");
            assertThat(finding.outcome()).isEqualTo(Outcome.UP);
            assertThat(finding.latency()).isPositive();
            assertThat(finding.detail()).isEqualTo("192.0.2.1, 192.0.2.2");
        }
    }

    @Test
    void answersAreComparedAsSetsHoweverTheyAreWritten() throws IOException {
        try (TestNameserver server = TestNameserver.of(ZONE)) {
            assertUp(ask(server, "www.example.", "A", "192.0.2.2", "192.0.2.1"));
            assertUp(ask(server, "WWW.example", "AAAA", "2001:DB8:0:0::1"));
            assertUp(ask(server, "example", "MX", "10 mail.example"));
            assertUp(ask(server, "example", "TXT", "v=spf1 -all"));
            assertUp(ask(server, "example", "TXT", "\"v=spf1 -all\""));
        }
    }

    @Test
    void anotherAnswerIsDownAndBothAreTold() throws IOException {
        try (TestNameserver server = TestNameserver.of(ZONE)) {
            assertThat(ask(server, "www.example", "A", "192.0.2.1"))
                    .isEqualTo(Finding.down("192.0.2.1, 192.0.2.2; 192.0.2.1 expected"));
            assertThat(ask(server, "example", "TXT", "V=SPF1 -ALL").outcome()).isEqualTo(Outcome.DOWN);
        }
    }

    @Test
    void anEmptyAnswerIsDown() throws IOException {
        try (TestNameserver server = TestNameserver.of(ZONE)) {
            assertThat(ask(server, "www.example", "MX")).isEqualTo(Finding.down("no MX record of www.example"));
        }
    }

    @ParameterizedTest
    @CsvSource({"NXDOMAIN, 3", "SERVFAIL, 2", "REFUSED, 5"})
    void aRefusalIsNamed(String name, int code) throws IOException {
        try (TestNameserver server = answering(query -> TestNameserver.reply(query, code))) {
            assertThat(ask(server, "www.example", "A")).isEqualTo(Finding.down("answered " + name));
        }
    }

    @Test
    void aCutAnswerIsAskedForByTcp() throws IOException {
        try (TestNameserver server = new TestNameserver(
                DnsProbeTest::cut, query -> TestNameserver.answer(query, ZONE).toWire())) {
            assertThat(ask(server, "www.example", "A").detail()).isEqualTo("192.0.2.1, 192.0.2.2");
        }
    }

    @Test
    void theAnswerByTcpHasADeadlineToo() throws IOException {
        try (TestNameserver server = new TestNameserver(DnsProbeTest::cut, query -> TestNameserver.SILENCE)) {
            assertThat(network.probe(name(server.address(), "www.example", "A"), SHORT))
                    .isEqualTo(Finding.down("timed out after 0.7 s while waiting for the first byte"));
        }
    }

    @Test
    void aLostDatagramIsSentAgain() throws IOException {
        try (TestNameserver server = losingTheFirst()) {
            assertUp(network.probe(name(server.address(), "www.example", "A"), Duration.ofSeconds(3)));
        }
    }

    @Test
    void aSilentServerIsDownInTime() throws IOException {
        try (TestNameserver server = new TestNameserver(query -> TestNameserver.SILENCE, query -> new byte[0])) {
            Finding finding = network.probe(name(server.address(), "www.example", "A"), SHORT);
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail()).startsWith("no answer within");
            assertThat(server.heard.get()).isGreaterThan(1);
        }
    }

    @Test
    void answersToOtherQuestionsAreNotBelieved() throws IOException {
        assertMisanswered(query -> {
            Message wrong = TestNameserver.answer(query, ZONE);
            wrong.getHeader().setID(query.getHeader().getID() ^ 1);
            return wrong.toWire();
        });
        assertMisanswered(query -> {
            Message other = new Message(query.getHeader().getID());
            other.addRecord(Record.newRecord(Name.root, Type.A, DClass.IN), Section.QUESTION);
            return TestNameserver.answer(other, ZONE).toWire();
        });
        assertMisanswered(Message::toWire);
        assertMisanswered(query -> "220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void assertMisanswered(Function<Message, byte[]> manners) throws IOException {
        try (TestNameserver server = new TestNameserver(manners, manners)) {
            Finding finding = network.probe(name(server.address(), "www.example", "A"), SHORT);
            assertThat(finding.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(finding.detail()).startsWith("only answers that do not fit the question within");
        }
    }

    /** Any bytes may come in a datagram: each must be passed over, or answer the question. */
    @Test
    void brokenAnswersNeverBreakTheProbe() throws IOException {
        Random random = new Random(42);
        try (TestNameserver server = new TestNameserver(
                query -> {
                    byte[] broken = TestNameserver.answer(query, ZONE).toWire();
                    for (int i = 0; i < 4; i++) {
                        broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
                    }
                    return broken;
                },
                query -> new byte[] {1, 2, 3})) {
            for (int i = 0; i < 20; i++) {
                Finding finding = network.probe(name(server.address(), "www.example", "A"), Duration.ofMillis(60));
                assertThat(finding.outcome()).isNotEqualTo(Outcome.UNKNOWN);
            }
        }
    }

    @Test
    void aPortWhereNobodyListensIsDown() throws IOException {
        int closed;
        try (DatagramSocket once = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            closed = once.getLocalPort();
        }
        assertThat(network.probe(name("127.0.0.1:" + closed, "www.example", "A")))
                .isEqualTo(Finding.down("port unreachable"));
    }

    @Test
    void nameserversPassTheAddressPolicy() {
        Finding finding = network.allowing("").probe(name("127.0.0.1:5353", "www.example", "A"));
        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.detail()).contains("status.probe.allow");
    }

    @Test
    void expectedTextThatIsNoSuchRecordIsOurFault() throws IOException {
        try (TestNameserver server = TestNameserver.of(ZONE)) {
            assertThat(ask(server, "www.example", "A", "mail.example"))
                    .isEqualTo(Finding.unknown("“mail.example” is no A record"));
        }
    }

    @Test
    void oneSerialOnAllNameserversIsUp() throws IOException {
        try (TestNameserver first = TestNameserver.of(ZONE);
                TestNameserver second = TestNameserver.of(ZONE)) {
            Finding finding = zone(TestNetwork.PATIENT, first.address(), second.address());
            assertThat(finding.outcome()).isEqualTo(Outcome.UP);
            assertThat(finding.detail()).isEqualTo("serial 2025070701 on 2 nameservers");
        }
    }

    @Test
    void differentSerialsAreDownAndTold() throws IOException {
        try (TestNameserver first = TestNameserver.of(ZONE);
                TestNameserver stale =
                        TestNameserver.of("example. SOA ns1.example. root.example. 2025070600 3600 600 86400 60")) {
            assertThat(zone(TestNetwork.PATIENT, first.address(), stale.address()))
                    .isEqualTo(Finding.down(
                            "serials differ: " + first.address() + " 2025070701, " + stale.address() + " 2025070600"));
        }
    }

    @Test
    void aNameserverThatDoesNotServeTheZoneIsNamed() throws IOException {
        try (TestNameserver first = TestNameserver.of(ZONE);
                TestNameserver lame = answering(query -> TestNameserver.reply(query, Rcode.REFUSED));
                TestNameserver empty = TestNameserver.of("example. A 192.0.2.1")) {
            assertThat(zone(TestNetwork.PATIENT, first.address(), lame.address(), empty.address()))
                    .isEqualTo(Finding.down(lame.address() + ": answered REFUSED; " + empty.address()
                            + ": no SOA record, so it does not serve the zone"));
        }
    }

    @Test
    void aSilentNameserverLeavesTimeForTheOthers() throws IOException {
        try (TestNameserver silent = new TestNameserver(query -> TestNameserver.SILENCE, query -> new byte[0]);
                TestNameserver refusing = answering(query -> TestNameserver.reply(query, Rcode.REFUSED))) {
            assertThat(zone(Duration.ofSeconds(2), silent.address(), refusing.address())
                            .detail())
                    .matches(silent.address() + ": no answer within [\\d.]+ s; " + refusing.address()
                            + ": answered REFUSED");
        }
    }

    private static byte[] cut(Message query) {
        Message cut = TestNameserver.reply(query, Rcode.NOERROR);
        cut.getHeader().setFlag(Flags.TC);
        return cut.toWire();
    }

    private static TestNameserver answering(Function<Message, Message> manners) throws IOException {
        return new TestNameserver(query -> manners.apply(query).toWire(), query -> manners.apply(query)
                .toWire());
    }

    private static TestNameserver losingTheFirst() throws IOException {
        boolean[] lost = {false};
        return new TestNameserver(
                query -> {
                    boolean first = !lost[0];
                    lost[0] = true;
                    return first
                            ? TestNameserver.SILENCE
                            : TestNameserver.answer(query, ZONE).toWire();
                },
                query -> TestNameserver.SILENCE);
    }

    private Finding ask(TestNameserver server, String name, String type, String... expected) {
        return network.probe(name(server.address(), name, type, expected));
    }

    private static ProbeSpec name(String server, String name, String type, String... expected) {
        return new ProbeSpec.Dns(server, name, type, List.of(expected), null, List.of());
    }

    private Finding zone(Duration timeout, String... servers) {
        return network.probe(new ProbeSpec.Dns(null, null, "A", List.of(), "example", List.of(servers)), timeout);
    }

    private static void assertUp(Finding finding) {
        assertThat(finding.outcome()).as(finding.detail()).isEqualTo(Outcome.UP);
    }
}
