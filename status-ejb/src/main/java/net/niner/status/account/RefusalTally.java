package net.niner.status.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which refused attempts the trail hears of: at most one a minute of an account or an address, with how many it stands for. */
@ApplicationScoped
public class RefusalTally {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<String, Instant> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    private int untold;

    /** How many attempts to tell of now, of whomever; 0 to wait. */
    synchronized int due(String account, String address, Instant now) {
        untold++;
        if (tooSoon("account " + account, now) || tooSoon("address " + address, now)) {
            return 0;
        }
        told.put("account " + account, now);
        told.put("address " + address, now);
        int due = untold;
        untold = 0;
        return due;
    }

    private boolean tooSoon(String key, Instant now) {
        Instant last = told.get(key);
        return last != null && last.plus(PAUSE).isAfter(now);
    }
}
