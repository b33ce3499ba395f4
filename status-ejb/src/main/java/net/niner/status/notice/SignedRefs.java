package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import net.niner.status.platform.Vault;

/**
 * Links in mails that stand for whoever got them: a reference and a seal over it (HMAC-SHA256, with a key that is not in the database). They do
 * not expire: whoever finds an old mail may still unsubscribe.
 */
@ApplicationScoped
public class SignedRefs {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 20;

    @Inject
    private Vault vault;

    /** @param ref as {@link Recipient#ref} */
    public String token(String ref) {
        byte[] plain = ref.getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(seal(plain), SEAL_BYTES + plain.length);
        System.arraycopy(plain, 0, token, SEAL_BYTES, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for what this site has not sealed. */
    public Optional<String> ref(String token) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(token);
            byte[] plain = Arrays.copyOfRange(all, Math.min(SEAL_BYTES, all.length), all.length);
            return MessageDigest.isEqual(seal(plain), Arrays.copyOf(all, SEAL_BYTES))
                    ? Optional.of(new String(plain, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] seal(byte[] plain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(vault.derive("links in mails"));
            return Arrays.copyOf(mac.doFinal(plain), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
