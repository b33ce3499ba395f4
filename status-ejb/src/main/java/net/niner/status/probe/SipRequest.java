package net.niner.status.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import net.niner.status.probe.ProbeSpec.Transport;

/** An OPTIONS request outside of any dialog (RFC 3261, 11.1). */
final class SipRequest {

    private static final String CSEQ = "1 OPTIONS";

    private final String callId = UUID.randomUUID().toString();
    private final String text;

    /** @param here where the answer shall go */
    SipRequest(ProbeSpec.Sip spec, InetSocketAddress here) {
        String target = "sip:" + (spec.user() == null ? "" : spec.user() + "@") + bracketed(spec.host());
        String local = literal(here.getAddress());
        boolean udp = spec.transport() == Transport.UDP;
        text = String.join(
                "\r\n",
                "OPTIONS " + target + ":" + spec.port() + (udp ? "" : ";transport=tcp") + " SIP/2.0",
                "Via: SIP/2.0/" + spec.transport() + " " + local + ":" + here.getPort() + ";rport;branch=z9hG4bK"
                        + unique(),
                "Max-Forwards: 70",
                "From: <sip:status@" + local + ">;tag=" + unique(),
                "To: <" + target + ">",
                "Call-ID: " + callId,
                "CSeq: " + CSEQ,
                "Contact: <sip:status@" + local + ":" + here.getPort() + (udp ? "" : ";transport=tcp") + ">",
                "Accept: application/sdp",
                "Content-Length: 0",
                "",
                "");
    }

    /** True if it answers this request, not one of an earlier attempt. */
    boolean answeredBy(SipResponse response) {
        return callId.equals(response.callId()) && CSEQ.equals(response.cseq());
    }

    @Override
    public String toString() {
        return text;
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
