package net.niner.status.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Doubts our own link before it blames the targets: when most checks fail at the same moment, independent targets are tried, and if none
 * of them answers either, failures prove nothing. Without targets it never doubts.
 */
public final class OwnLink {

    /** How the detail of such a finding begins. */
    public static final String DOWN = "our own link is down";

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);

    private final MassFailure failures = new MassFailure();
    private final List<ProbeSpec.Tcp> targets;
    private final Predicate<ProbeSpec.Tcp> answers;
    private final Executor threads;
    private final Clock clock;
    private Trial latest = new Trial(Instant.MIN, CompletableFuture.completedFuture(true));

    /** @param alive whether any target answers, as soon as that is known */
    private record Trial(Instant began, CompletableFuture<Boolean> alive) {}

    /**
     * @param targets to connect to when in doubt: far from each other, and none of them a server of the company's
     * @param answers connects to one, within a short time
     * @param threads enough to try all targets at once
     */
    public OwnLink(List<ProbeSpec.Tcp> targets, Predicate<ProbeSpec.Tcp> answers, Executor threads, Clock clock) {
        this.targets = List.copyOf(targets);
        this.answers = answers;
        this.threads = threads;
        this.clock = clock;
    }

    /** The finding, or, where it failed because of our own link, one that says so. May take as long as the slowest target. */
    public Finding doubt(long checkId, Finding finding) {
        Instant now = clock.instant();
        failures.hear(checkId, now, finding.outcome());
        boolean doubtful = finding.outcome() == Outcome.DOWN && !targets.isEmpty() && failures.suspected();
        return doubtful && !trial(now).alive().join()
                ? Finding.unknown(DOWN + " (it would have been: " + finding.detail() + ")")
                : finding;
    }

    /** The one under way, or a new one if the latest is too old. All who doubt meanwhile wait for the same answer, and for no lock. */
    private synchronized Trial trial(Instant now) {
        if (latest.began().isBefore(now.minus(BELIEVED_FOR))) {
            latest = new Trial(now, begin());
        }
        return latest;
    }

    private CompletableFuture<Boolean> begin() {
        CompletableFuture<Boolean> alive = new CompletableFuture<>();
        CompletableFuture<?>[] asked = targets.stream()
                .map(target -> CompletableFuture.runAsync(() -> ask(target, alive), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(asked).whenComplete((all, failure) -> alive.complete(false));
        return alive;
    }

    private void ask(ProbeSpec.Tcp target, CompletableFuture<Boolean> alive) {
        if (answers.test(target)) {
            alive.complete(true);
        }
    }
}
