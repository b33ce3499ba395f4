package net.niner.status.probe;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A network for tests, which may talk to 127.0.0.0/8 unless told otherwise. */
final class TestNetwork implements AutoCloseable {

    /** Long enough for anything that answers. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService resolutions = Executors.newCachedThreadPool();
    private String allowed = "127.0.0.0/8";
    private Trust trust = Trust.ofJvm();
    private Executor resolver = resolutions;
    private Clock clock = Clock.systemUTC();

    TestNetwork() {
        watchdog.setRemoveOnCancelPolicy(true);
    }

    TestNetwork allowing(String ranges) {
        allowed = ranges;
        return this;
    }

    TestNetwork trusting(Trust anchors) {
        trust = anchors;
        return this;
    }

    TestNetwork at(Instant time) {
        clock = Clock.fixed(time, ZoneOffset.UTC);
        return this;
    }

    TestNetwork resolvingOn(Executor threads) {
        resolver = threads;
        return this;
    }

    Network network() {
        return new Network(
                AddressPolicy.allowing(allowed), trust, URI.create("http://127.0.0.1:1/"), resolver, watchdog, clock);
    }

    Finding probe(ProbeSpec spec, Duration timeout) {
        return new Probes(network(), clock).probe(spec, timeout);
    }

    Finding probe(ProbeSpec spec) {
        return probe(spec, PATIENT);
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        resolutions.shutdownNow();
    }
}
