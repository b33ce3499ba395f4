package net.niner.status.web.post;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The spellings of an address. Those that were imported are kept byte for byte, percent-encoded as they were ({@code %c3%a9}); those made here
 * have letters of all scripts as they are. Browsers ask for both percent-encoded.
 */
final class Paths {

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Paths() {}

    /** How the path that was asked for may be written in the database, the likeliest first. */
    static Set<String> spellings(String asked) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(asked);
        if (asked.indexOf('%') >= 0) {
            spellings.add(decoded(asked));
            spellings.add(encoded(asked, false));
            spellings.add(encoded(asked, true));
        }
        return spellings;
    }

    /** The path as an address has it: what is not ASCII is percent-encoded, what is encoded already stays. */
    static String href(String path) {
        StringBuilder href = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && "\"<>\\^`{|}".indexOf(b) < 0) {
                href.append((char) b);
            } else {
                href.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
            }
        }
        return href.toString();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static String encoded(String path, boolean upper) {
        return ENCODED.matcher(path)
                .replaceAll(hex -> upper
                        ? hex.group().toUpperCase(Locale.ROOT)
                        : hex.group().toLowerCase(Locale.ROOT));
    }
}
