package net.niner.status.web.probe;

import java.util.Map;
import net.niner.status.probe.Kind;

/** Settings of each kind as somebody could write them, to begin with. */
public final class Examples {

    private Examples() {}

    public static Map<String, String> of(Kind kind) {
        return switch (kind) {
            case HTTP -> Map.of("url", "https://www.example.com/", "status", "200", "contains", "Welcome");
            case TCP -> Map.of("host", "mail.example.com", "port", "25", "expect", "220 ");
            case ICMP -> Map.of("host", "host.example.com", "count", "3");
            case DNS ->
                Map.of("server", "ns1.example.com", "name", "www.example.com", "type", "A", "expected", "192.0.2.80");
            case SMTP -> Map.of("host", "mail.example.com", "security", "starttls");
            case IMAP, POP3 -> Map.of("host", "mail.example.com", "security", "tls");
            case SIP -> Map.of("host", "phone.example.com", "transport", "udp");
            case SSH ->
                Map.of("host", "host.example.com", "fingerprint", "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU");
            case TLS -> Map.of("host", "www.example.com", "port", "443", "warn-days", "14");
        };
    }
}
