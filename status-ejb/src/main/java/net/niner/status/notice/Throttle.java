package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps mail from going out faster than the settings say, in all and to each domain. */
@ApplicationScoped
public class Throttle {

    private static final int MOST_DOMAINS = 5_000;

    private final Map<String, TokenBucket> domains = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private TokenBucket all;

    /** To be called as a round begins. */
    synchronized void follow(MailSetup setup, Instant now) {
        waiting.clear();
        if (setup.perMinute() == 0) {
            all = null;
        } else if (all == null || all.perMinute() != setup.perMinute()) {
            all = new TokenBucket(setup.perMinute(), now);
        }
        domains.values().removeIf(bucket -> bucket.perMinute() != setup.domainPerMinute());
        if (domains.size() > MOST_DOMAINS) {
            domains.clear();
        }
    }

    /** How many may go now. */
    synchronized int available(Instant now) {
        return all == null ? Integer.MAX_VALUE : all.available(now);
    }

    /** From when on one may go: not after now if one may at once. */
    synchronized Instant next(Instant now) {
        return all == null ? now : all.turnOf(1, now);
    }

    /**
     * Takes the right to send one to that domain.
     *
     * @return now if it may go, else when it is its turn
     */
    synchronized Instant take(String domain, int domainPerMinute, Instant now) {
        if (domainPerMinute > 0) {
            TokenBucket bucket = domains.computeIfAbsent(domain, any -> new TokenBucket(domainPerMinute, now));
            if (!bucket.take(now)) {
                return bucket.turnOf(waiting.merge(domain, 1, Integer::sum), now);
            }
        }
        if (all != null && !all.take(now)) {
            if (domainPerMinute > 0) {
                domains.get(domain).giveBack();
            }
            return all.turnOf(1, now);
        }
        return now;
    }
}
