package net.niner.status.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID of a notice follows from its key: each try carries the same, so that a relay or a mailbox that has seen it may know it again,
 * and a report that comes back names the notice.
 */
final class MessageIds {

    private static final int HASH_CHARACTERS = 40;

    private MessageIds() {}

    /** @param domain that of the site */
    static String of(NoticeKey key, String domain) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.text().getBytes(StandardCharsets.UTF_8));
            return "<notice." + HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
