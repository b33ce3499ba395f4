package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import net.niner.status.platform.Vault;

/**
 * The envelope's sender of each notice, as in {@code bounce+51-0f3a9c1e22@status.example}: a report that comes back to it tells by its address which
 * notice it is about. The seal keeps strangers from making up reports about notices that they only guess.
 */
@ApplicationScoped
public class BounceAddresses {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_CHARACTERS = 16;
    private static final int MOST_DIGITS = 18;
    private static final Pattern MARK =
            Pattern.compile("\\+(\\d{1," + MOST_DIGITS + "})-([0-9a-f]{" + SEAL_CHARACTERS + "})@");

    @Inject
    private Vault vault;

    /** @param base as in {@code bounce@status.example} */
    String of(long notice, String base) {
        int at = base.lastIndexOf('@');
        return base.substring(0, at) + "+" + notice + "-" + seal(notice) + base.substring(at);
    }

    /** Empty for what is no such address, or was not made by this site. */
    OptionalLong notice(String address) {
        Matcher mark = MARK.matcher(address.toLowerCase(Locale.ROOT));
        if (mark.find()) {
            long notice = Long.parseLong(mark.group(1));
            byte[] given = mark.group(2).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(seal(notice).getBytes(StandardCharsets.US_ASCII), given)) {
                return OptionalLong.of(notice);
            }
        }
        return OptionalLong.empty();
    }

    private String seal(long notice) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(vault.derive("senders of envelopes"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(Long.toString(notice).getBytes(StandardCharsets.US_ASCII)))
                    .substring(0, SEAL_CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
