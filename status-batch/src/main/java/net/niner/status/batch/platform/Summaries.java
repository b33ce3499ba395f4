package net.niner.status.batch.platform;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.niner.status.platform.JobRepository;
import net.niner.status.platform.JobRepository.Tally;

/** How the jobs stand, and what is remembered of them. Called by {@link Jobs} only. */
@ApplicationScoped
class Summaries {

    @Inject
    private Reports reports;

    @EJB
    private Schedule schedule;

    @EJB
    private JobRepository repository;

    List<JobSummary> all() {
        Map<String, Tally> tallies = repository.tallies();
        return Arrays.stream(Job.values()).map(job -> of(job, tallies)).toList();
    }

    JobSummary of(Job job) {
        return of(job, repository.tallies());
    }

    /** @param status only those that stand so; null for all */
    List<JobExecutionReport> latest(Job job, JobStatus status, int offset, int limit) {
        return repository.executions(job.word(), word(status), offset, limit).stream()
                .map(Executions::remembered)
                .flatMap(Optional::stream)
                .map(reports::of)
                .toList();
    }

    /** @param status only those that stand so; null for all */
    long count(Job job, JobStatus status) {
        return repository.count(job.word(), word(status));
    }

    private JobSummary of(Job job, Map<String, Tally> tallies) {
        Tally tally = tallies.getOrDefault(job.word(), Tally.NONE);
        JobExecutionReport last = latest(job, null, 0, 1).stream().findFirst().orElse(null);
        Optional<Long> running = Executions.running(job);
        Timetable timetable = schedule.of(job, last == null ? null : last.created());
        return new JobSummary(
                job.word(),
                job.description(),
                job.parameters(),
                timetable.kind(),
                timetable.kind() == Timetable.Kind.INTERVAL ? job.interval().toSeconds() : null,
                timetable.next(),
                timetable.overdue() && running.isEmpty(),
                tally.all(),
                tally.failed(),
                running.orElse(null),
                last);
    }

    private static String word(JobStatus status) {
        return status == null ? null : status.name();
    }
}
