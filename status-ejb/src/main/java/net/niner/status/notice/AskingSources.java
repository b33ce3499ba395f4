package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how often one network address asks for subscriptions, so that nobody has the site write to thousands. Addresses are not kept, only hashes of
 * them with a salt that is gone with the process, in memory and for an hour.
 */
@ApplicationScoped
public class AskingSources {

    static final int AN_HOUR = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST = 10_000;
    private static final int SALT_BYTES = 16;
    /** One customer's network in IPv6: whoever has one address has all of these. */
    private static final int NETWORK_BYTES = 8;

    private final byte[] salt = new byte[SALT_BYTES];
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST;
        }
    };

    private final Clock clock;

    private record Count(Instant begun, int asked) {}

    @Inject
    AskingSources(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(salt);
    }

    /** For the container's proxy. */
    AskingSources() {
        this(null);
    }

    /**
     * Counts one.
     *
     * @param address of the network
     * @throws TooManySubscriptions if it were more than {@link #AN_HOUR}
     */
    synchronized void ask(String address) {
        Instant now = clock.instant();
        counts.values().removeIf(count -> !count.begun().plus(HOUR).isAfter(now));
        String source = hash(address);
        Count count = counts.getOrDefault(source, new Count(now, 0));
        if (count.asked() >= AN_HOUR) {
            throw new TooManySubscriptions();
        }
        counts.put(source, new Count(count.begun(), count.asked() + 1));
    }

    private String hash(String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(network(String.valueOf(address))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static byte[] network(String address) {
        if (address.indexOf(':') >= 0) {
            try {
                byte[] bytes = InetAddress.getByName(address).getAddress();
                return Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES));
            } catch (UnknownHostException e) {
                return address.getBytes(StandardCharsets.UTF_8);
            }
        }
        return address.getBytes(StandardCharsets.UTF_8);
    }
}
