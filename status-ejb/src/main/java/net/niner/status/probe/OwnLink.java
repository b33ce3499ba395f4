package net.niner.status.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Doubts our own link before it blames the targets: when most checks fail at the same moment, independent targets are tried, and if none
 * of them answers either, failures prove nothing. Without targets it never doubts.
 */
public final class OwnLink {

    /** How the detail of such a finding begins. */
    public static final String DOWN = "our own link is down";

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);

    private final MassFailure failures = new MassFailure();
    private final Supplier<List<ProbeSpec.Tcp>> targets;
    private final Predicate<ProbeSpec.Tcp> answers;
    private final Executor threads;
    private final Clock clock;
    private Trial latest = new Trial(Instant.MIN, CompletableFuture.completedFuture(true));

    /** @param alive whether any target answers, as soon as that is known */
    private record Trial(Instant began, CompletableFuture<Boolean> alive) {}

    /**
     * @param targets to connect to when in doubt: far from each other, and none of them a server of the company's; asked each time, since
     *     somebody may choose others
     * @param answers connects to one, within a short time
     * @param threads enough to try all targets at once
     */
    public OwnLink(
            Supplier<List<ProbeSpec.Tcp>> targets, Predicate<ProbeSpec.Tcp> answers, Executor threads, Clock clock) {
        this.targets = targets;
        this.answers = answers;
        this.threads = threads;
        this.clock = clock;
    }

    /** The finding, or, where it failed because of our own link, one that says so. May take as long as the slowest target. */
    public Finding doubt(long checkId, Finding finding) {
        Instant now = clock.instant();
        failures.hear(checkId, now, finding.outcome());
        boolean doubtful = finding.outcome() == Outcome.DOWN && failures.suspected();
        return doubtful && !alive(now)
                ? Finding.unknown(DOWN + " (it would have been: " + finding.detail() + ")")
                : finding;
    }

    private boolean alive(Instant now) {
        List<ProbeSpec.Tcp> chosen = targets.get();
        return chosen.isEmpty() || trial(chosen, now).alive().join();
    }

    /** The one under way, or a new one if the latest is too old. All who doubt meanwhile wait for the same answer, and for no lock. */
    private synchronized Trial trial(List<ProbeSpec.Tcp> chosen, Instant now) {
        if (latest.began().isBefore(now.minus(BELIEVED_FOR))) {
            latest = new Trial(now, begin(chosen));
        }
        return latest;
    }

    private CompletableFuture<Boolean> begin(List<ProbeSpec.Tcp> chosen) {
        CompletableFuture<Boolean> alive = new CompletableFuture<>();
        CompletableFuture<?>[] asked = chosen.stream()
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
