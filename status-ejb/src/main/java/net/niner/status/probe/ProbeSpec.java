package net.niner.status.probe;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The typed settings of a check, one record a kind. Optional settings are null (or empty, for lists and maps) when absent. {@link Settings}
 * makes them: what it lets through is what a probe can rely on.
 */
public sealed interface ProbeSpec {

    /** How a mail connection is protected. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** How SIP is carried. */
    enum Transport {
        UDP,
        TCP
    }

    /**
     * @param url {@code http:}, {@code https:}, or {@code self:/path} for this site itself
     * @param headers sent along; their values are kept like passwords
     * @param status the expected status code
     * @param contains text that the body must hold
     * @param absent text that the body must not hold
     * @param json JSON Pointer (RFC 6901) that must exist in the body
     * @param value what stands at {@code json}, as text
     * @param redirect the expected {@code Location}
     */
    record Http(
            @Setting(syntax = Syntax.HTTP_URL) URI url,

            @Setting(byDefault = "GET", syntax = Syntax.HTTP_TOKEN)
            String method,

            @Setting(optional = true) Map<String, Secret> headers,
            @Setting(optional = true, lines = true) String body,

            @Setting(byDefault = "200", min = 100, max = 599)
            int status,

            @Setting(optional = true) String contains,
            @Setting(optional = true) String absent,

            @Setting(optional = true, syntax = Syntax.JSON_POINTER)
            String json,

            @Setting(optional = true) String value,

            @Setting(optional = true, syntax = Syntax.URI_REFERENCE)
            URI redirect)
            implements ProbeSpec {}

    /** @param expect text that the first bytes must hold */
    record Tcp(
            @Setting(syntax = Syntax.HOST) String host,
            @Setting(min = 1, max = 65_535) int port,
            @Setting(optional = true) String expect)
            implements ProbeSpec {}

    /** @param count echo requests, 1 to 20 */
    record Icmp(
            @Setting(syntax = Syntax.HOST) String host,
            @Setting(byDefault = "3", min = 1, max = 20) int count) implements ProbeSpec {}

    /**
     * Either one nameserver's answer ({@code server}, {@code name}, {@code type}, {@code expected}), or one serial on all of a zone's
     * nameservers ({@code zone}, {@code servers}). A nameserver is a host, or {@code host:port}.
     */
    record Dns(
            @Setting(optional = true, syntax = Syntax.NAMESERVER)
            String server,

            @Setting(optional = true, syntax = Syntax.DNS_NAME)
            String name,

            @Setting(byDefault = "A", syntax = Syntax.DNS_TYPE)
            String type,

            @Setting(optional = true) List<String> expected,

            @Setting(optional = true, syntax = Syntax.DNS_NAME)
            String zone,

            @Setting(optional = true, syntax = Syntax.NAMESERVER)
            List<String> servers)
            implements ProbeSpec {}

    /**
     * @param name the name that the certificate must carry, by default the host
     * @param warnDays fewer days than this to expiry is down
     */
    record Tls(
            @Setting(syntax = Syntax.HOST) String host,

            @Setting(byDefault = "443", min = 1, max = 65_535)
            int port,

            @Setting(optional = true, syntax = Syntax.HOST) String name,
            @Setting(byDefault = "14", max = 3_650) int warnDays)
            implements ProbeSpec {}

    /** Signs in where {@code user} and {@code password} are set, which takes a protected connection. */
    record Smtp(
            @Setting(syntax = Syntax.HOST) String host,

            @Setting(byDefault = "25", byDefaultWithTls = "465", min = 1, max = 65_535)
            int port,

            @Setting(byDefault = "starttls") Security security,
            @Setting(optional = true, syntax = Syntax.LINE) String user,
            @Setting(optional = true, syntax = Syntax.LINE) Secret password)
            implements ProbeSpec {}

    /** As {@link Smtp}. */
    record Imap(
            @Setting(syntax = Syntax.HOST) String host,

            @Setting(byDefault = "143", byDefaultWithTls = "993", min = 1, max = 65_535)
            int port,

            @Setting(byDefault = "starttls") Security security,
            @Setting(optional = true, syntax = Syntax.LINE) String user,
            @Setting(optional = true, syntax = Syntax.LINE) Secret password)
            implements ProbeSpec {}

    /** As {@link Smtp}. */
    record Pop3(
            @Setting(syntax = Syntax.HOST) String host,

            @Setting(byDefault = "110", byDefaultWithTls = "995", min = 1, max = 65_535)
            int port,

            @Setting(byDefault = "starttls") Security security,
            @Setting(optional = true, syntax = Syntax.LINE) String user,
            @Setting(optional = true, syntax = Syntax.LINE) Secret password)
            implements ProbeSpec {}

    /** @param user whose address is asked for its options, null for the server itself */
    record Sip(
            @Setting(syntax = Syntax.HOST) String host,

            @Setting(byDefault = "5060", min = 1, max = 65_535)
            int port,

            @Setting(byDefault = "udp") Transport transport,

            @Setting(optional = true, syntax = Syntax.SIP_USER)
            String user)
            implements ProbeSpec {}

    /** @param fingerprint {@code SHA256:...} of the host key as OpenSSH prints it, null to look at the identification only */
    record Ssh(
            @Setting(syntax = Syntax.HOST) String host,

            @Setting(byDefault = "22", min = 1, max = 65_535)
            int port,

            @Setting(optional = true, syntax = Syntax.FINGERPRINT)
            String fingerprint)
            implements ProbeSpec {}
}
