package net.niner.status.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobExecutionReport.Progress;
import net.niner.status.batch.platform.JobSummary;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Visitor;

/** The jobs in short. That they cannot be listed must not take the desk down. */
@RequestScoped
class DeskJobs {

    private static final Logger LOG = Logger.getLogger(DeskJobs.class.getName());

    @Inject
    private Jobs jobs;

    @Inject
    private Visitor visitor;

    @Inject
    private Clock clock;

    private List<DeskJob> listed;

    List<DeskJob> list() {
        if (listed == null) {
            listed = ask();
        }
        return listed;
    }

    private List<DeskJob> ask() {
        try {
            return jobs.list().stream().map(this::job).toList();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the jobs cannot be listed on the desk", e);
            return List.of();
        }
    }

    private DeskJob job(JobSummary summary) {
        JobExecutionReport last = summary.last();
        if (last == null) {
            return new DeskJob(summary.name(), "", visitor.words().of("desk.job.never"), 0, true, "");
        }
        String status = String.valueOf(last.status());
        Progress progress = last.progress();
        boolean runs = summary.running() != null;
        boolean counts = !runs || progress != null && progress.total() > 0;
        double done = !runs ? status.equals("COMPLETED") ? 1 : 0 : counts ? share(progress) : 0;
        return new DeskJob(
                summary.name(),
                status,
                visitor.words().of("jobs.status", last.status()),
                done,
                counts,
                detail(last, runs));
    }

    private static double share(Progress progress) {
        return Math.min(1, (double) progress.done() / progress.total());
    }

    private String detail(JobExecutionReport last, boolean runs) {
        Progress progress = last.progress();
        if (runs && progress != null) {
            return visitor.words().of("desk.job.progress", progress.done(), progress.total());
        }
        Instant at = runs ? last.started() : last.ended();
        if (at == null) {
            return "";
        }
        Moment moment = visitor.moment(at);
        String when = moment.isOn(clock.instant())
                ? visitor.words().of("since.today", moment.timeOfDay())
                : visitor.words().of("since.day", moment.day(), moment.timeOfDay());
        return runs
                ? visitor.words().of("desk.job.since", when)
                : visitor.words().of("desk.job.ended", when);
    }
}
