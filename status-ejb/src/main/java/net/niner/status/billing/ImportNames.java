package net.niner.status.billing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in exports of billing systems, and how long they may be. */
final class ImportNames {

    static final int ID = 100;
    static final int CLIENT = 200;
    static final int SERVICE = 253;
    static final int NUMBER = 60;

    private ImportNames() {}

    /** The company, else the person, else the address; null for nobody. */
    static String client(String company, String first, String last, String mail) {
        if (company != null) {
            return company;
        }
        String person = Stream.of(first == null ? "" : first, last == null ? "" : last)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return person.isEmpty() ? mail : person;
    }

    /** What a product is: billing systems let people call them as they like, and most say it in the name. */
    static ServiceKind kind(String... words) {
        String all = String.join(" ", words).toLowerCase(Locale.ROOT);
        if (all.matches(".*\\b(ssl|tls|certificat\\w*)\\b.*")) {
            return ServiceKind.CERTIFICATE;
        }
        if (all.matches(".*\\b(e-?mail|mailbox\\w*|exchange)\\b.*")) {
            return ServiceKind.EMAIL;
        }
        return all.matches(".*\\bdomains?\\b.*") ? ServiceKind.DOMAIN : ServiceKind.HOSTING;
    }

    /** An id of one who has none but a name: it stays when the name is erased, and does not tell it. */
    static String mark(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "name-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** As some systems name languages. */
    static Locale language(String name) {
        return switch (orEmpty(name).toLowerCase(Locale.ROOT)) {
            case "french", "français", "fr", "fr_fr" -> Locale.FRENCH;
            case "english", "en", "en_us", "en_gb" -> Locale.ENGLISH;
            default -> null;
        };
    }
}
