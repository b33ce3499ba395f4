package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import net.niner.status.platform.Vault;

/**
 * The Message-ID of a notice follows from its key: each try carries the same, so that a relay or a mailbox that has seen it may know it again,
 * and a report that comes back names the notice. It is sealed, since keys can be guessed: a stranger must not be able to report what was never sent
 * to them.
 */
@ApplicationScoped
public class MessageIds {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_CHARACTERS = 40;

    @Inject
    private Vault vault;

    /** @param domain that of the site */
    String of(NoticeKey key, String domain) {
        return of(vault.derive("message ids"), key, domain);
    }

    static String of(SecretKey secret, NoticeKey key, String domain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] seal = mac.doFinal(key.text().getBytes(StandardCharsets.UTF_8));
            return "<notice." + HexFormat.of().formatHex(seal).substring(0, SEAL_CHARACTERS) + "@" + domain + ">";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
