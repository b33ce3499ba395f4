package net.niner.status.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the strength that OWASP's Password Storage Cheat Sheet names first for one lane: 19 MiB and two
 * passes. A hash carries its parameters; one with others is made anew at the next sign-in. At most four are made at once, since each takes
 * its memory for itself.
 */
@ApplicationScoped
public class Passwords {

    public static final int LEAST = 12;
    public static final int MOST = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String CURRENT = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 10;

    /** Of the estimator's scale from 0 to 4: below it, a million guesses are enough. */
    private static final int WEAKEST = 2;
    /** The estimator takes long over long texts, and whatever follows makes them no weaker. */
    private static final int ESTIMATED = 64;
    /** A local part of one or two letters is in too many words. */
    private static final int TELLING = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore slots = new Semaphore(AT_ONCE, true);

    /** @throws AccountRefused if it is too short, too long, or too easily guessed, for instance from the e-mail address */
    public void check(String password, String email) {
        String given = password == null ? "" : password;
        if (given.length() > MOST) {
            throw new AccountRefused(AccountRefusal.PASSWORD_LONG, MOST);
        }
        String normalised = normalised(given);
        if (normalised.codePointCount(0, normalised.length()) < LEAST) {
            throw new AccountRefused(AccountRefusal.PASSWORD_SHORT, LEAST);
        }
        String local = email.replaceAll("@.*", "");
        if (local.length() >= TELLING && normalised.toLowerCase(Locale.ROOT).contains(local)) {
            throw new AccountRefused(AccountRefusal.PASSWORD_CONTAINS_EMAIL);
        }
        if (inTurn(() -> isWeak(normalised, email))) {
            throw new AccountRefused(AccountRefusal.PASSWORD_COMMON);
        }
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return inTurn(() -> function().hash(bytes(password), salt).getResult());
    }

    /**
     * Takes the same time whether there is a hash or none.
     *
     * @param hash null where there is no account; then nothing matches
     */
    public boolean matches(String password, String hash) {
        if (hash == null || password == null || password.length() > MOST) {
            hash("nobody");
            return false;
        }
        return inTurn(() -> Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /** True if today's would be stronger. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(CURRENT);
    }

    private static Argon2Function function() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    /** Its lists are read each time: passwords are chosen rarely, and the lists are large. */
    private static boolean isWeak(String password, String email) {
        String start = password.substring(0, Math.min(password.length(), ESTIMATED));
        return new Zxcvbn()
                        .measure(start, List.of(email, email.replaceAll(".*@", "")))
                        .getScore()
                < WEAKEST;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AccountRefused(AccountRefusal.TOO_MANY, (long) PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a turn", e);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private static byte[] bytes(String password) {
        return normalised(password).getBytes(StandardCharsets.UTF_8);
    }

    /** One form for what looks the same, as NIST SP 800-63B has it: keyboards differ in how they write an accent. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
