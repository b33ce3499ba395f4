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
import net.niner.status.billing.InvoiceWatch;
import net.niner.status.incident.DueIncidents;
import net.niner.status.maintenance.MaintenanceTimes;
import net.niner.status.notice.Announcements;
import net.niner.status.notice.Deliveries;
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

    @EJB
    private Announcements announcements;

    @EJB
    private Deliveries deliveries;

    @EJB
    private InvoiceWatch watch;

    /** How often to look: what was planned to the minute need not be done to the second. */
    static Duration tick(Job job) {
        return job == Job.PROBE_ROUND ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
    }

    /** What waits for that job by now: since when, for each feature that has such. */
    List<Instant> overdue(Job job, Instant now) {
        return of(job, now).filter(at -> !at.isAfter(now)).toList();
    }

    /** May lie in the past; empty if nothing is to be done. */
    Optional<Instant> next(Job job, Instant now) {
        return of(job, now).min(Comparator.naturalOrder());
    }

    private Stream<Instant> of(Job job, Instant now) {
        return switch (job) {
            case PROBE_ROUND -> checks.nextDue(now).stream();
            case PUBLISH_DUE ->
                Stream.of(posts.nextDue(), incidents.nextDue(), maintenance.nextDue())
                        .flatMap(Optional::stream);
            case DELIVER_NOTICES ->
                Stream.of(announcements.nextDue(), deliveries.nextDue()).flatMap(Optional::stream);
            case WATCH_INVOICES -> watch.nextDue().stream();
            case COMPACT_HISTORY, READ_BOUNCES, IMPORT_BILLING -> Stream.empty();
        };
    }
}
