package net.niner.status.notice;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

/**
 * Who gets a notice.
 *
 * @param ref who that is, as in {@code client:51}, {@code subscriber:17}, {@code owner}; never an address
 * @param address where mail goes to, as in {@code paula@client.example}; without a name
 * @param language in which the notice is written
 * @param zone where the recipient lives: notices of {@link Audience#CLIENT} go out in office hours there
 */
public record Recipient(String ref, String address, Locale language, ZoneId zone) {

    /** In characters; longer addresses cannot be delivered to (RFC 5321, 4.5.3.1). */
    public static final int ADDRESS_LENGTH = 254;

    public Recipient {
        Objects.requireNonNull(ref);
        Objects.requireNonNull(address);
        Objects.requireNonNull(language);
        Objects.requireNonNull(zone);
    }

    public static String client(long id) {
        return "client:" + id;
    }

    public static String subscriber(long id) {
        return "subscriber:" + id;
    }
}
