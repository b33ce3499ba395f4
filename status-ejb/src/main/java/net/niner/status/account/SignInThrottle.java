package net.niner.status.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses, by account and by address. In memory: a write for each guess would be a gift to whoever wants to keep the database
 * busy, and a restart gives away no more than a few guesses. An account that does not exist is slowed down like one that does, but remembered
 * apart, so that made-up ones cannot push real ones out. A network from which somebody came in lately has a counter of its own for their account:
 * strangers who guess elsewhere do not lock them out.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final int FREE_BY_ACCOUNT = 5;
    private static final int FREE_BY_ADDRESS = 20;
    /** One customer's network in IPv6: whoever has one address has all of these. */
    private static final int NETWORK_BYTES = 8;

    private static final Duration FAMILIAR = Duration.ofDays(30);
    private static final int MOST_ARRIVALS = 10_000;

    private final Attempts known = new Attempts(new SignInDelay(FREE_BY_ACCOUNT));
    private final Attempts unknown = new Attempts(new SignInDelay(FREE_BY_ACCOUNT));
    private final Attempts confirmations = new Attempts(new SignInDelay(FREE_BY_ACCOUNT));
    private final Attempts addresses = new Attempts(new SignInDelay(FREE_BY_ADDRESS));

    /** Who came in from where, and when last. */
    private final Map<String, Instant> arrivals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_ARRIVALS;
        }
    };

    private final Clock clock;

    @Inject
    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxy. */
    SignInThrottle() {
        this(null);
    }

    private record Count(Attempts attempts, String key, Attempts.Trace before) {}

    /** One attempt: it has failed unless it says otherwise, so that a hundred at once count as a hundred. */
    public final class Attempt {

        private final Instant at;
        private final String arrival;
        private final Count account;
        private final Count network;

        private Attempt(Instant at, String arrival, Count account, Count network) {
            this.at = at;
            this.arrival = arrival;
            this.account = account;
            this.network = network;
        }

        /** The person is in: the account begins anew, the address is not blamed for this one. */
        void succeeded() {
            synchronized (SignInThrottle.this) {
                account.attempts().forget(account.key());
                takeBack(network);
                if (arrival != null) {
                    arrivals.put(arrival, at);
                }
            }
        }

        /** This step was right, and the next is still to come: whoever knows the password must not guess codes for free. */
        void passed() {
            synchronized (SignInThrottle.this) {
                takeBack(account);
                takeBack(network);
            }
        }

        private void takeBack(Count count) {
            if (count != null) {
                count.attempts().takeBack(count.key(), count.before(), at);
            }
        }
    }

    /** @throws AccountRefused if it comes too early */
    synchronized Attempt begin(long userId, String address) {
        String network = network(address);
        String arrival = userId + " from " + network;
        Instant last = arrivals.get(arrival);
        boolean familiar = last != null && last.plus(FAMILIAR).isAfter(clock.instant());
        return begin(known, familiar ? arrival : String.valueOf(userId), network, arrival);
    }

    /**
     * For an account that does not exist.
     *
     * @throws AccountRefused if it comes too early
     */
    synchronized Attempt beginUnknown(String email, String address) {
        String account = email.substring(0, Math.min(email.length(), User.EMAIL_LENGTH));
        return begin(unknown, account, network(address), null);
    }

    /**
     * For somebody who is in and gives the password once more.
     *
     * @throws AccountRefused if it comes too early
     */
    synchronized Attempt beginConfirmation(long userId) {
        return begin(confirmations, String.valueOf(userId), null, null);
    }

    private Attempt begin(Attempts accounts, String account, String network, String arrival) {
        Instant now = clock.instant();
        Duration byAccount = accounts.wait(account, now);
        Duration byAddress = network == null ? Duration.ZERO : addresses.wait(network, now);
        Duration wait = byAccount.compareTo(byAddress) > 0 ? byAccount : byAddress;
        if (!wait.isZero()) {
            throw new AccountRefused(
                    AccountRefusal.TOO_MANY, wait.plusSeconds(1).minusNanos(1).toSeconds());
        }
        Count byNetwork = network == null ? null : new Count(addresses, network, addresses.count(network, now));
        return new Attempt(now, arrival, new Count(accounts, account, accounts.count(account, now)), byNetwork);
    }

    /** An address as it is counted. */
    static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
