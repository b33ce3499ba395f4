package net.niner.status.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the relay did of late. While it lets nobody in, all wait, ever longer, and nothing is held against a single notice. */
@ApplicationScoped
public class RelayHealth {

    /**
     * @param since when it let somebody in last, or began not to
     * @param words what it said, in its own words
     * @param again before when it is not asked again
     */
    public record Trouble(Instant since, String words, Instant again, int times) {}

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Trouble trouble;

    public synchronized Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    synchronized void failed(String words, Instant now) {
        int times = trouble == null ? 1 : trouble.times() + 1;
        Instant since = trouble == null ? now : trouble.since();
        trouble = new Trouble(since, words, now.plus(Backoff.doubled(SHORTEST, LONGEST, times)), times);
    }

    /** It let somebody in, or another one is configured. */
    synchronized void well() {
        trouble = null;
    }
}
