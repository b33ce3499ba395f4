package net.niner.status.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator, RFC 6238: six digits, SHA-1, a new one every 30 seconds, which is what all of them understand. */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    static final int DIGITS = 6;
    /** Clocks may be one step apart, as section 5.2 has it. */
    private static final int DRIFT = 1;

    private static final int SECRET_BYTES = 20;
    private static final int LEAST_SECRET_BYTES = 16;
    private static final int MOST_SECRET_BYTES = 64;
    private static final String ISSUER = "Status";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static TotpDraft draft(String account) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base32.encode(bytes);
        return new TotpDraft(
                secret,
                "otpauth://totp/" + ISSUER + ":" + encoded(account) + "?secret=" + secret + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds());
    }

    static boolean isCode(String text) {
        return text.matches("[0-9]{" + DIGITS + "}");
    }

    static boolean isSecret(String base32) {
        try {
            int length = Base32.decode(base32).length;
            return length >= LEAST_SECRET_BYTES && length <= MOST_SECRET_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The step that this code belongs to, or nothing if it is wrong or its step is not after the last one that was used: what somebody looked
     * over a shoulder works no second time.
     */
    static OptionalLong step(String secretBase32, String code, Instant now, long lastUsed) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            if (step > lastUsed && same(code(secretBase32, step), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static String code(String secretBase32, Instant at) {
        return code(secretBase32, at.getEpochSecond() / STEP.toSeconds());
    }

    private static String code(String secretBase32, long step) {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secretBase32), generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("this Java does not take the key of an authenticator", e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
