package net.niner.status.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets at rest: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random nonce of 12 bytes each time, written as
 * {@code v1:} and Base64 of nonce and ciphertext. The key lies beside the database in a file that only its owner may read, so that a copy of
 * the database alone gives nothing away.
 */
public final class Vault {

    /** The file of the key: 32 bytes in Base64. */
    public static final String KEY_FILE = "secret.key";

    private static final String VERSION = "v1:";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private Vault(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Opens the vault of a data directory and makes its key if there is none.
     *
     * @throws VaultException if the key cannot be read or made, or is no key
     */
    public static Vault inDirectory(Path data) throws VaultException {
        Path file = data.resolve(KEY_FILE);
        try {
            byte[] key = Base64.getDecoder().decode(PrivateFile.readOrCreate(file, Vault::randomKey));
            if (key.length == KEY_BYTES) {
                return new Vault(key);
            }
        } catch (IOException e) {
            throw new VaultException(file + " cannot be read or made: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new VaultException(noKey(file), e);
        }
        throw new VaultException(noKey(file), null);
    }

    private static String noKey(Path file) {
        return file + " is not a key of " + KEY_BYTES + " bytes in Base64: restore it from a backup";
    }

    private static String randomKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    public String encrypt(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES/GCM", e);
        }
    }

    /** @throws VaultException if it was encrypted with another key, or changed since */
    public String decrypt(String encrypted) throws VaultException {
        if (!encrypted.startsWith(VERSION)) {
            throw new VaultException(
                    "secrets were written by a newer version, or changed by hand: enter them again", null);
        }
        try {
            byte[] all = Base64.getDecoder().decode(encrypted.substring(VERSION.length()));
            ByteBuffer buffer = ByteBuffer.wrap(all);
            byte[] nonce = new byte[Math.min(NONCE_BYTES, all.length)];
            buffer.get(nonce);
            byte[] sealed = new byte[buffer.remaining()];
            buffer.get(sealed);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | ProviderException | IllegalArgumentException e) {
            throw new VaultException("secrets were encrypted with another key: restore " + KEY_FILE, e);
        }
    }

    /** Another key, made of this one (HMAC-SHA256): whoever learns it can decrypt nothing. */
    public SecretKey derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getEncoded(), MAC));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(VERSION.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
