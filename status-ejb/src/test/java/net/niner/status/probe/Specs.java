package net.niner.status.probe;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.niner.status.probe.ProbeSpec.Security;
import net.niner.status.probe.ProbeSpec.Transport;

/** Settings of every kind, for tests: the shortest and the fullest. */
final class Specs {

    /** Stands in every secret of {@link #fullest()}. */
    static final String PLAIN = "correct horse battery";

    private static final Secret SECRET = new Secret(PLAIN);
    private static final String FINGERPRINT = "SHA256:" + "Ab1+/".repeat(8) + "xyz";

    private Specs() {}

    static Stream<ProbeSpec> fullest() {
        return Stream.of(
                new ProbeSpec.Http(
                        URI.create("https://www.niner.net:8443/a?b=c"),
                        "POST",
                        Map.of("Authorization", SECRET, "X-Token", SECRET),
                        "{\"a\": \"é\"}",
                        302,
                        "Welcome",
                        "Fatal error",
                        "/status/0/a~1b",
                        "up",
                        URI.create("/elsewhere")),
                new ProbeSpec.Tcp("2001:db8::25", 25, "220 "),
                new ProbeSpec.Icmp("192.0.2.1", 20),
                new ProbeSpec.Dns("ns1.niner.net", "_sip._udp.niner.net", "SRV", List.of("b", "a"), null, List.of()),
                new ProbeSpec.Dns(null, null, "A", List.of(), "niner.net", List.of("ns1.niner.net", "ns2.niner.net")),
                new ProbeSpec.Smtp("mail.niner.net", 587, Security.TLS, "info", SECRET),
                new ProbeSpec.Imap("mail.niner.net", 1143, Security.TLS, "info", SECRET),
                new ProbeSpec.Pop3("mail.niner.net", 1110, Security.TLS, "info", SECRET),
                new ProbeSpec.Sip("sip.niner.net", 5070, Transport.TCP, "info"),
                new ProbeSpec.Ssh("nc036.niner.net", 2222, FINGERPRINT),
                new ProbeSpec.Tls("mail.niner.net", 993, "imap.niner.net", 30));
    }

    static Stream<ProbeSpec> shortest() {
        return Stream.of(
                new ProbeSpec.Http(URI.create("self:/"), "GET", Map.of(), null, 200, null, null, null, null, null),
                new ProbeSpec.Tcp("localhost", 25, null),
                new ProbeSpec.Icmp("localhost", 3),
                new ProbeSpec.Dns("localhost", "niner.net", "A", List.of(), null, List.of()),
                new ProbeSpec.Smtp("localhost", 25, Security.STARTTLS, null, null),
                new ProbeSpec.Smtp("localhost", 465, Security.TLS, null, null),
                new ProbeSpec.Imap("localhost", 143, Security.STARTTLS, null, null),
                new ProbeSpec.Imap("localhost", 993, Security.TLS, null, null),
                new ProbeSpec.Pop3("localhost", 110, Security.STARTTLS, null, null),
                new ProbeSpec.Pop3("localhost", 995, Security.TLS, null, null),
                new ProbeSpec.Sip("localhost", 5060, Transport.UDP, null),
                new ProbeSpec.Ssh("localhost", 22, null),
                new ProbeSpec.Tls("localhost", 443, null, 14));
    }

    static Stream<ProbeSpec> all() {
        return Stream.concat(fullest(), shortest());
    }
}
