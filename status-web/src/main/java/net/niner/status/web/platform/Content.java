package net.niner.status.web.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A body that is sent many times: as it is and compressed, each with a strong validator of its own (RFC 9110 section 8.8.3.3), made
 * once.
 */
public final class Content {

    private static final int HASH_BYTES = 12;

    private final String type;
    private final String hash;
    private final Instant modified;
    private final Form plain;
    private final Form compressed;

    /** One of the forms in which it travels. */
    record Form(String encoding, String etag, byte[] body) {}

    /** @param type the media type, with its charset where it is text */
    public Content(String type, byte[] body) {
        this(type, body, null);
    }

    /** @param modified when that which it tells of changed last, UTC; null if nobody knows */
    public Content(String type, byte[] body, Instant modified) {
        this.type = type;
        this.modified = modified;
        this.hash = hash(body);
        this.plain = new Form(null, '"' + hash + '"', body);
        this.compressed = new Form("gzip", '"' + hash + "-gzip\"", gzip(body));
    }

    /** The media type, with its charset where it is text. */
    String type() {
        return type;
    }

    /** Changes whenever the body does; safe in an address. */
    String hash() {
        return hash;
    }

    /** When that which it tells of changed last, null if nobody knows. */
    Instant modified() {
        return modified;
    }

    /** As it is. */
    public byte[] body() {
        return plain.body();
    }

    Form form(boolean gzip) {
        return gzip ? compressed : plain;
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
