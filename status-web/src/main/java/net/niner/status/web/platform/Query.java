package net.niner.status.web.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The part of an address behind the question mark. */
final class Query {

    /** Nobody searches for more; what is longer is cut. */
    static final int LONGEST_VALUE = 100;

    private Query() {}

    /** The first value of that name, bounded, its white space as single blanks; empty if the query does not have it. */
    static Optional<String> value(String query, String name) {
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (pair.substring(0, equals < 0 ? pair.length() : equals).equals(name)) {
                return Optional.of(plain(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String plain(String encoded) {
        String words = decoded(encoded).replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
        if (words.length() <= LONGEST_VALUE) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return words.substring(0, end).strip();
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
