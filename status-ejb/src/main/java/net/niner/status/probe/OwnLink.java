package net.niner.status.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Doubts our own link before it blames the targets: when most checks fail at the same moment, independent targets are tried, and if none
 * of them answers either, failures prove nothing. Without targets it never doubts.
 */
public final class OwnLink {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);

    private final MassFailure failures = new MassFailure();
    private final List<ProbeSpec.Tcp> targets;
    private final Predicate<ProbeSpec.Tcp> answers;
    private final Clock clock;
    private boolean dead;
    private Instant triedAt = Instant.EPOCH;

    /**
     * @param targets to connect to when in doubt: far from each other, and none of them a server of the company's
     * @param answers connects to one, within a short time
     */
    public OwnLink(List<ProbeSpec.Tcp> targets, Predicate<ProbeSpec.Tcp> answers, Clock clock) {
        this.targets = List.copyOf(targets);
        this.answers = answers;
        this.clock = clock;
    }

    /** The finding, or, where it failed because of our own link, one that says so. May take as long as asking each target takes. */
    public Finding doubt(Finding finding) {
        Instant now = clock.instant();
        failures.count(now, finding.outcome());
        boolean ours =
                finding.outcome() == Outcome.DOWN && !targets.isEmpty() && failures.suspected(now) && isDead(now);
        return ours ? Finding.unknown("our own link is down (it would have been: " + finding.detail() + ")") : finding;
    }

    private synchronized boolean isDead(Instant now) {
        if (triedAt.plus(BELIEVED_FOR).isBefore(now)) {
            dead = targets.stream().noneMatch(answers);
            triedAt = now;
        }
        return dead;
    }
}
