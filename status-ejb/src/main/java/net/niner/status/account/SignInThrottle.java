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

/**
 * Slows down whoever guesses, by account and by address. In memory: a write for each guess would be a gift to whoever wants to keep the database
 * busy, and a restart gives away no more than a few guesses. An account that does not exist is slowed down like one that does, but remembered
 * apart, so that made-up ones cannot push real ones out.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final int FREE_BY_ACCOUNT = 5;
    private static final int FREE_BY_ADDRESS = 20;
    /** One customer's network in IPv6: whoever has one address has all of these. */
    private static final int NETWORK_BYTES = 8;

    private final Attempts known = new Attempts(new SignInDelay(FREE_BY_ACCOUNT));
    private final Attempts unknown = new Attempts(new SignInDelay(FREE_BY_ACCOUNT));
    private final Attempts addresses = new Attempts(new SignInDelay(FREE_BY_ADDRESS));

    @Inject
    private Clock clock;

    /** One attempt: it has failed unless it says otherwise, so that a hundred at once count as a hundred. */
    public final class Attempt {

        private final Attempts accounts;
        private final String account;
        private final String network;
        private final Instant at;
        private final Attempts.Trace accountBefore;
        private final Attempts.Trace networkBefore;

        private Attempt(Attempts accounts, String account, String network, Instant at) {
            this.accounts = accounts;
            this.account = account;
            this.network = network;
            this.at = at;
            this.accountBefore = accounts.count(account, at);
            this.networkBefore = addresses.count(network, at);
        }

        /** The person is in: the account begins anew, the address is not blamed for this one. */
        void succeeded() {
            synchronized (SignInThrottle.this) {
                accounts.forget(account);
                addresses.takeBack(network, networkBefore, at);
            }
        }

        /** This step was right, and the next is still to come: whoever knows the password must not guess codes for free. */
        void passed() {
            synchronized (SignInThrottle.this) {
                accounts.takeBack(account, accountBefore, at);
                addresses.takeBack(network, networkBefore, at);
            }
        }
    }

    /** @throws AccountRefused if it comes too early */
    Attempt begin(User user, String address) {
        return begin(known, String.valueOf(user.id()), address);
    }

    /**
     * For an account that does not exist.
     *
     * @throws AccountRefused if it comes too early
     */
    Attempt beginUnknown(String email, String address) {
        return begin(unknown, email.substring(0, Math.min(email.length(), User.EMAIL_LENGTH)), address);
    }

    private synchronized Attempt begin(Attempts accounts, String account, String address) {
        Instant now = clock.instant();
        String network = network(address);
        Duration byAccount = accounts.wait(account, now);
        Duration byAddress = addresses.wait(network, now);
        Duration wait = byAccount.compareTo(byAddress) > 0 ? byAccount : byAddress;
        if (!wait.isZero()) {
            throw new AccountRefused(
                    AccountRefusal.TOO_MANY, wait.plusSeconds(1).minusNanos(1).toSeconds());
        }
        return new Attempt(accounts, account, network, now);
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
