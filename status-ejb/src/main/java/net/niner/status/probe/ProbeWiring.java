package net.niner.status.probe;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import net.niner.status.platform.Vault;
import net.niner.status.setting.ChosenSettings;
import net.niner.status.setting.LinkTarget;
import net.niner.status.setting.SettingRules;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts of probing together, from the site's configuration and the server's threads. */
@ApplicationScoped
public class ProbeWiring {

    private static final int IDLE_SECONDS = 30;
    private static final Duration LINK_TIMEOUT = Duration.ofSeconds(2);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Clock clock;

    @Inject
    private Lateness lateness;

    @Inject
    private Vault vault;

    @Inject
    @ConfigProperty(name = "status.self.url")
    private URI self;

    @Inject
    @ConfigProperty(name = "status.probe.concurrency", defaultValue = "256")
    private int concurrency;

    @Inject
    @ConfigProperty(name = "status.probe.allow")
    private Optional<String> allow;

    @Inject
    @ConfigProperty(name = "status.probe.ca-file")
    private Optional<Path> caFile;

    @Inject
    private ChosenSettings chosen;

    private ScheduledThreadPoolExecutor watchdog;
    private BoundedPool resolutions;
    private BoundedPool linkTrials;
    private ThreadPoolExecutor workers;
    private SettingsJson settings;
    private Flights flights;
    private TrialRuns trials;

    @PostConstruct
    void wire() {
        watchdog = new ScheduledThreadPoolExecutor(1, threads);
        watchdog.setRemoveOnCancelPolicy(true);
        // every probe under way can look up its target; one that cannot would prove nothing
        resolutions = new BoundedPool(concurrency, threads);
        workers = workers();
        settings = new SettingsJson(vault);
        Probes probes = new Probes(
                new Network(
                        AddressPolicy.allowing(allow.orElse("")),
                        caFile.map(Trust::with).orElseGet(Trust::ofJvm),
                        self,
                        resolutions,
                        watchdog,
                        clock),
                clock);
        linkTrials = new BoundedPool(SettingRules.MOST_TARGETS, threads);
        OwnLink link = new OwnLink(
                this::targets,
                target -> probes.probe(target, LINK_TIMEOUT).outcome().reachable(),
                linkTrials,
                clock);
        CheckProber prober = new CheckProber(settings, probes, link);
        trials = new TrialRuns(probes, workers, clock);
        flights = new Flights(workers, watchdog, concurrency, prober::probe, lateness::note, clock);
    }

    @PreDestroy
    void unwire() {
        watchdog.shutdownNow();
        workers.shutdownNow();
        resolutions.shutdownNow();
        linkTrials.shutdownNow();
    }

    @Produces
    @Singleton
    SettingsJson settings() {
        return settings;
    }

    @Produces
    @Singleton
    Flights flights() {
        return flights;
    }

    @Produces
    @Singleton
    TrialRuns trials() {
        return trials;
    }

    /**
     * Rejects what is too much; it is tried again. The threads are the server's and know the application; a managed executor would find out
     * anew for each task what that means, which costs more than a probe.
     */
    private ThreadPoolExecutor workers() {
        return new ThreadPoolExecutor(
                0, concurrency, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    private List<ProbeSpec.Tcp> targets() {
        return chosen.current().linkTargets().stream()
                .map(LinkTarget::of)
                .map(target -> new ProbeSpec.Tcp(target.host(), target.port(), null))
                .toList();
    }
}
