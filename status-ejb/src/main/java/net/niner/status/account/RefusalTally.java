package net.niner.status.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which refused attempts the trail hears of: at most one a minute of an account, with how many it stands for. Those that do not exist count as one,
 * so that made-up addresses neither fill the trail nor keep an account that is attacked out of it.
 */
@ApplicationScoped
public class RefusalTally {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Map<String, Told> told = new HashMap<>();

    private record Told(Instant at, int untold) {}

    /** How many attempts on that account to tell of now; 0 to wait. */
    synchronized int due(String account, Instant now) {
        Told last = told.get(account);
        if (last != null && last.at().plus(PAUSE).isAfter(now)) {
            told.put(account, new Told(last.at(), last.untold() + 1));
            return 0;
        }
        told.put(account, new Told(now, 0));
        return last == null ? 1 : last.untold() + 1;
    }
}
