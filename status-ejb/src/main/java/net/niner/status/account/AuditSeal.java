package net.niner.status.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The hashes of the trail, under a key (HMAC-SHA256, RFC 2104): whoever has the database alone can compute none. A link covers an event and the link
 * before it; the seal covers where the chain ends. Public, since the proxy of {@link AuditSeals} hands it over.
 */
public final class AuditSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    AuditSeal(SecretKey key) {
        this.key = key;
    }

    String link(String previous, AuditRow row) {
        return hash(row.textAfter(previous));
    }

    /** Begins with a word, which no event does. */
    String end(long events, String lastLink) {
        return hash("end," + events + "," + lastLink);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
