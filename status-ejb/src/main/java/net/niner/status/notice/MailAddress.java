package net.niner.status.notice;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that strangers typed, read strictly (RFC 5321, 4.1.2): a dot-atom, an at sign, a host name with a dot in it. Quoted names, comments,
 * addresses in brackets and names beyond ASCII are no addresses here; host names in other scripts are written in their ASCII form.
 *
 * @param text the domain in small letters, the rest as it was typed
 */
public record MailAddress(String text) {

    static final int LOCAL_LENGTH = 64;

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Numbers alone are no top-level domain, but the end of an IPv4 address. */
    private static final Pattern NUMERIC_END = Pattern.compile(".*\\.\\d+");

    /** Empty for what is no address, or is longer than {@link Recipient#ADDRESS_LENGTH}. */
    public static Optional<MailAddress> of(String typed) {
        String plain = typed.strip();
        int at = plain.lastIndexOf('@');
        if (at < 1 || at > LOCAL_LENGTH || plain.length() > Recipient.ADDRESS_LENGTH) {
            return Optional.empty();
        }
        String local = plain.substring(0, at);
        String domain = ascii(plain.substring(at + 1)).toLowerCase(Locale.ROOT);
        boolean valid = LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && !NUMERIC_END.matcher(domain).matches();
        String address = local + "@" + domain;
        return valid && address.length() <= Recipient.ADDRESS_LENGTH
                ? Optional.of(new MailAddress(address))
                : Optional.empty();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The same for one mailbox, however its name is written: hosts that tell capitals from small letters are not known. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }
}
