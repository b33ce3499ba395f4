package net.niner.status.batch.platform;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.niner.status.incident.DueIncidents;
import net.niner.status.maintenance.MaintenanceTimes;
import net.niner.status.post.Posts;
import net.niner.status.probe.CheckStates;

/** From when on there is something to do, for the jobs that start whenever there is. */
@ApplicationScoped
public class DueWork {

    @Inject
    private CheckStates checks;

    @EJB
    private Posts posts;

    @EJB
    private DueIncidents incidents;

    @EJB
    private MaintenanceTimes maintenance;

    /** How often to look: what was planned to the minute need not be done to the second. */
    static Duration tick(Job job) {
        return job == Job.PROBE_ROUND ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
    }

    /** What waits to be published, begun or ended by now: since when, for each feature that has such. */
    List<Instant> overdue(Instant now) {
        return publishing().filter(at -> !at.isAfter(now)).toList();
    }

    private Stream<Instant> publishing() {
        return Stream.of(posts.nextDue(), incidents.nextDue(), maintenance.nextDue())
                .flatMap(Optional::stream);
    }

    /** May lie in the past; empty if nothing is to be done. */
    Optional<Instant> next(Job job, Instant now) {
        return switch (job) {
            case PROBE_ROUND -> checks.nextDue(now);
            case PUBLISH_DUE ->
                Stream.of(posts.nextDue(), incidents.nextDue(), maintenance.nextDue())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder());
            case COMPACT_HISTORY, WATCH_INVOICES, DELIVER_NOTICES, READ_BOUNCES, IMPORT_BILLING -> Optional.empty();
        };
    }
}
