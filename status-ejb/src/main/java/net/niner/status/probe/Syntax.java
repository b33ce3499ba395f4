package net.niner.status.probe;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.xbill.DNS.Type;

/** What a text in settings must look like. */
enum Syntax {
    TEXT("text of at most " + Syntax.LONGEST + " characters", text -> true),
    LINE("one line without control characters", text -> text.chars().noneMatch(Character::isISOControl)),
    HOST("a host name or an address", Syntax::isHost),
    NAMESERVER("a host name or an address, and a port if it is not 53", Syntax::isNameserver),
    DNS_NAME("a DNS name", matching("[\\w*/][\\w*/-]{0,62}(\\.[\\w*/-]{1,63})*\\.?|\\.")),
    DNS_TYPE("a DNS record type such as A, MX or SOA", text -> Type.value(text) > 0),
    /** RFC 9110, section 5.6.2. */
    HTTP_TOKEN("an HTTP token such as GET", matching("[\\w!#$%&'*+.^`|~-]+")),
    /** RFC 9110, section 5.5, without the obsolete bytes above ASCII. */
    HTTP_FIELD_VALUE("one line of ASCII characters", matching("[\\x20-\\x7e\\t]*")),
    HTTP_URL("an address such as https://www.example.com/ or self:/", Syntax::isUrl),
    URI_REFERENCE("a web address such as https://www.example.com/", text -> uri(text) != null),
    /** RFC 6901, section 3. */
    JSON_POINTER("a JSON Pointer such as /status/0", matching("(/([^/~]|~[01])*+)*+")),
    /** The user of RFC 3261, section 25.1. */
    SIP_USER("a SIP user such as info", matching("[\\w.!~*'()&=+$,;?/%-]+")),
    FINGERPRINT("a fingerprint as ssh-keygen -l prints it, SHA256:...", matching("SHA256:[A-Za-z0-9+/]{43}"));

    /** Characters of the longest text that is kept in settings. */
    static final int LONGEST = 10_000;

    private static final Pattern HOST_NAME = Pattern.compile("\\w[\\w-]{0,62}(\\.\\w[\\w-]{0,62})*\\.?");
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> WEB = Set.of("http", "https");

    private final String expected;
    private final Predicate<String> accepts;

    Syntax(String expected, Predicate<String> accepts) {
        this.expected = expected;
        this.accepts = accepts;
    }

    /** Completes "x must be ...". */
    String expected() {
        return expected;
    }

    /** What it is called where it is broken. */
    Fault fault() {
        return Fault.valueOf(name());
    }

    boolean accepts(String text) {
        return text.length() <= LONGEST && accepts.test(text);
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean isHost(String text) {
        if (text.length() > LONGEST_HOST) {
            return false;
        }
        return text.indexOf(':') >= 0 ? isIpv6(text) : HOST_NAME.matcher(text).matches();
    }

    private static boolean isNameserver(String text) {
        try {
            return isHost(Nameserver.parse(text).host());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isIpv6(String text) {
        try {
            return text.matches("[0-9A-Fa-f:.]+")
                    && InetAddress.getByName(text) != null; // a literal: nothing is resolved
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        URI uri = uri(text);
        if (uri == null || uri.getScheme() == null) {
            return false;
        }
        if (uri.getScheme().equals("self")) {
            return uri.getRawAuthority() == null && uri.getRawPath() != null && uri.getRawFragment() == null;
        }
        return WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getPort() != 0
                && uri.getPort() <= HIGHEST_PORT;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
