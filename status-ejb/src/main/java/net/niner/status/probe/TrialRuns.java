package net.niner.status.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Probes that somebody asked for and watches: a few at once, and remembered for long enough to be read. They count for nothing. */
public final class TrialRuns {

    static final int MOST = 32;
    static final Duration KEPT = Duration.ofMinutes(2);

    private static final int STEPS = 60;

    private final Probes probes;
    private final Executor executor;
    private final Clock clock;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** One of them; its probe writes, and pages read. */
    private static final class Run implements Witness {

        private final Instant began;
        private final long start = System.nanoTime();
        private final List<TrialProgress.Step> steps = new ArrayList<>();
        private Measurement result;
        private Duration took;

        Run(Instant began) {
            this.began = began;
        }

        @Override
        public synchronized void sees(Phase phase, String detail) {
            if (steps.size() < STEPS) {
                steps.add(new TrialProgress.Step(phase, detail, elapsed()));
            }
        }

        synchronized void end(Measurement measurement) {
            result = measurement;
            took = elapsed();
        }

        synchronized boolean ended() {
            return result != null;
        }

        synchronized TrialProgress progress() {
            return result == null
                    ? new TrialProgress(began, steps, null, null, null, elapsed())
                    : new TrialProgress(began, steps, result.outcome(), result.latency(), result.detail(), took);
        }

        private Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    TrialRuns(Probes probes, Executor executor, Clock clock) {
        this.probes = probes;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Begins one and returns at once, with the word by which to ask how far it is.
     *
     * @throws TooManyTrials if no other one can be begun now
     */
    String begin(ProbeSpec spec, CheckRules rules) {
        Run run = new Run(clock.instant());
        String id = UUID.randomUUID().toString();
        admit(id, run);
        try {
            executor.execute(() -> run.end(probe(spec, rules, run)));
        } catch (RejectedExecutionException e) {
            forget(id);
            throw new TooManyTrials();
        }
        return id;
    }

    /** Nothing if there is none of that id, or none any more. */
    synchronized Optional<TrialProgress> progress(String id) {
        forgetOld();
        return Optional.ofNullable(runs.get(id)).map(Run::progress);
    }

    private Measurement probe(ProbeSpec spec, CheckRules rules, Run run) {
        Finding finding;
        try {
            finding = probes.probe(spec, rules.timeout(), run);
        } catch (Throwable e) {
            finding = Probes.failedItself(e);
        }
        return Measurement.of(0, run.began, finding, rules.slowAbove());
    }

    /** The oldest one that has ended makes room. */
    private synchronized void admit(String id, Run run) {
        forgetOld();
        for (Iterator<Run> each = runs.values().iterator(); runs.size() >= MOST && each.hasNext(); ) {
            if (each.next().ended()) {
                each.remove();
            }
        }
        if (runs.size() >= MOST) {
            throw new TooManyTrials();
        }
        runs.put(id, run);
    }

    private synchronized void forget(String id) {
        runs.remove(id);
    }

    private void forgetOld() {
        Instant old = clock.instant().minus(KEPT);
        runs.values().removeIf(run -> run.ended() && run.began.isBefore(old));
    }
}
