package net.niner.status.batch.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.account.UserRole;
import net.niner.status.history.Outages;
import net.niner.status.platform.JobRepository;
import net.niner.status.probe.CheckReport;
import net.niner.status.probe.Checks;
import net.niner.status.probe.Outcome;
import net.niner.status.probe.ServersImport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class JobsIT {

    private static final Map<String, String> ALL = Map.of("checks", "all");

    @EJB
    private Jobs jobs;

    @EJB
    private ServersImport imports;

    @EJB
    private Checks checks;

    @EJB
    private Outages outages;

    @EJB
    private JobRepository repository;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void signIn() {
        Caller.bind(Actor.site());
        nothingRuns();
    }

    @AfterEach
    void signOut() {
        Caller.forget();
    }

    private void nothingRuns() {
        await().atMost(60, SECONDS).until(() -> jobs.running(Job.PROBE_ROUND).isEmpty());
    }

    @BeforeEach
    void actAsTheSite() {
        Caller.bind(Actor.site());
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void aRoundProbesJudgesAndRecords() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CheckReport before = check("JOB-1", open.getLocalPort());
            assertThat(before.measuredAt()).isNull();
            JobExecutionReport round = run(Job.PROBE_ROUND, ALL);
            assertThat(round.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(round.progress().done()).isGreaterThanOrEqualTo(2);
            assertThat(round.steps()).singleElement().satisfies(step -> assertThat(step.written())
                    .isEqualTo(step.read()));
            CheckReport after = check("JOB-1", open.getLocalPort());
            assertThat(after.state()).isEqualTo(Outcome.UP);
            assertThat(after.latency()).isPositive();
            assertThat(after.dueAt()).isAfter(Instant.now());
        }
    }

    @Test
    void threeRoundsConfirmAnOutage() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        long check = check("JOB-2", closed).id();
        run(Job.PROBE_ROUND, ALL);
        run(Job.PROBE_ROUND, ALL);
        assertThat(outages.of(check)).isEmpty();
        run(Job.PROBE_ROUND, ALL);
        assertThat(outages.of(check)).singleElement().satisfies(outage -> assertThat(outage.cause())
                .contains("refused"));
    }

    @Test
    void oneThatHangsDoesNotHoldUpTheRoundAndIsTakenInByALaterOne() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            imports.apply(server("JOB-3", "banner", silent.getLocalPort(), "timeout: 8s", ", expect: hello"));
            JobExecutionReport round = run(Job.PROBE_ROUND, Map.of("seconds", "2"));
            assertThat(round.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(report("JOB-3").measuredAt()).isNull();
            run(Job.PROBE_ROUND, Map.of("seconds", "20"));
            assertThat(report("JOB-3").lastOutcome()).isEqualTo(Outcome.DOWN);
            assertThat(report("JOB-3").detail()).contains("timed out after 8 s");
            imports.apply(server("JOB-3", "banner", silent.getLocalPort(), "remove: true", ""));
        }
    }

    @Test
    void aRoundOfAllChecksWaitsForTheSlowestAndDelaysNoOther() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            imports.apply(server("JOB-5", "port", open.getLocalPort(), "interval: 5s", ""));
            imports.apply(server("JOB-6", "banner", silent.getLocalPort(), "timeout: 14s", ", expect: hello"));
            JobExecutionReport round = run(Job.PROBE_ROUND, Map.of("checks", "all", "seconds", "1"));
            assertThat(round.status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(report("JOB-6").detail()).contains("timed out after 14 s");
            assertThat(report("JOB-5").measuredAt())
                    .isAfter(report("JOB-6").measuredAt().plusSeconds(5));
            imports.apply(server("JOB-5", "port", open.getLocalPort(), "remove: true", ""));
            imports.apply(server("JOB-6", "banner", silent.getLocalPort(), "remove: true", ""));
        }
    }

    @Test
    void whatTheScheduleBeganGivesWayToAPerson() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            imports.apply(server("JOB-7", "banner", silent.getLocalPort(), "timeout: 4s", ", expect: hello"));
            JobExecutionReport scheduled = jobs.startOnSchedule(Job.PROBE_ROUND);
            JobExecutionReport round = jobs.start("probe-round", ALL);
            assertThat(jobs.show(scheduled.id()).status()).isEqualTo(JobStatus.STOPPED);
            assertThatThrownBy(() -> jobs.startOnSchedule(Job.PROBE_ROUND)).isInstanceOf(JobRunning.class);
            assertThatThrownBy(() -> jobs.start("probe-round", ALL)).isInstanceOf(JobRunning.class);
            assertThat(ended(round.id()).status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(report("JOB-7").detail()).contains("timed out after 4 s");
            imports.apply(server("JOB-7", "banner", silent.getLocalPort(), "remove: true", ""));
        }
    }

    @Test
    void aJobRunsOnceAtATimeAndStopsWhenAsked() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            imports.apply(server("JOB-4", "banner", silent.getLocalPort(), "timeout: 15s", ", expect: hello"));
            JobExecutionReport running = jobs.start("probe-round", Map.of("checks", "all", "seconds", "30"));
            assertThatThrownBy(() -> jobs.start("probe-round", Map.of()))
                    .isInstanceOf(JobRunning.class)
                    .hasMessageContaining("execution " + running.id());
            assertThat(jobs.list()).anySatisfy(job -> assertThat(job.running()).isEqualTo(running.id()));
            jobs.stop(running.id());
            JobExecutionReport stopped = ended(running.id());
            assertThat(stopped.status()).isEqualTo(JobStatus.STOPPED);
            assertThatThrownBy(() -> jobs.stop(running.id())).isInstanceOf(NotRunning.class);
            JobExecutionReport again = jobs.restart(running.id());
            jobs.stop(again.id());
            ended(again.id());
            imports.apply(server("JOB-4", "banner", silent.getLocalPort(), "remove: true", ""));
        }
    }

    @Test
    void whatIsCompletedCannotBeRestarted() {
        JobExecutionReport done = run(Job.COMPACT_HISTORY, Map.of());
        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThatThrownBy(() -> jobs.restart(done.id())).isInstanceOf(NotRestartable.class);
    }

    @Test
    void unknownJobsExecutionsAndParametersAreRefused() {
        assertThatThrownBy(() -> jobs.start("make-coffee", Map.of())).isInstanceOf(NoSuchJob.class);
        assertThatThrownBy(() -> jobs.show(987_654_321)).isInstanceOf(NoSuchExecution.class);
        assertThatThrownBy(() -> jobs.start("probe-round", Map.of("cheks", "all")))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> jobs.start("probe-round", Map.of("seconds", "soon")))
                .isInstanceOf(BadParameter.class);
    }

    @Test
    void whatRanWhenTheServerDiedHasFailedAndCanBeRestarted() throws IOException, SQLException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            imports.apply(server("JOB-8", "banner", silent.getLocalPort(), "timeout: 4s", ", expect: hello"));
            JobExecutionReport round = jobs.start("probe-round", ALL);
            begun(round.id());
            jobs.stop(round.id());
            ended(round.id());
            sql(
                    "update st_executioninstancedata set batchstatus = 'STARTED', exitstatus = null, endtime = null where jobexecid = "
                            + round.id());
            assertThat(repository.failInterrupted()).isEqualTo(1);
            assertThat(jobs.show(round.id()).status()).isEqualTo(JobStatus.FAILED);
            assertThat(jobs.running(Job.PROBE_ROUND)).isEmpty();
            assertThat(ended(jobs.restart(round.id()).id()).status()).isEqualTo(JobStatus.COMPLETED);
            assertThat(report("JOB-8").detail()).contains("timed out after 4 s");
            imports.apply(server("JOB-8", "banner", silent.getLocalPort(), "remove: true", ""));
        }
    }

    @Test
    void oldExecutionsAreForgotten() throws SQLException {
        JobExecutionReport old = run(Job.PROBE_ROUND, ALL);
        assertThat(rows("st_checkpointdata")).isPositive();
        assertThat(repository.forgetEndedBefore(Instant.now().plusSeconds(60), 1_000))
                .isPositive();
        assertThatThrownBy(() -> jobs.show(old.id())).isInstanceOf(NoSuchExecution.class);
        assertThat(rows("st_checkpointdata")).isZero();
        assertThat(run(Job.PROBE_ROUND, ALL).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void aJobSaysWhenItRunsAndWhatItMayBeGiven() {
        run(Job.COMPACT_HISTORY, Map.of());
        JobSummary compact = jobs.about("compact-history");
        // the tests' server has no schedule
        assertThat(compact.schedule()).isEqualTo(Timetable.Kind.BY_HAND);
        assertThat(compact.next()).isNull();
        assertThat(compact.overdue()).isFalse();
        assertThat(compact.parameters()).isEmpty();
        assertThat(compact.executions()).isPositive();
        assertThat(compact.last().durationMs()).isNotNegative();
        assertThat(compact.last().steps())
                .extracting(JobExecutionReport.Step::exitStatus)
                .allSatisfy(said -> assertThat(said).matches("(packed|summed up|forgot) \\d+ .*"));
        assertThat(jobs.about("probe-round").parameters())
                .extracting(JobParameter::name)
                .containsExactly("checks", "seconds");
    }

    @Test
    void executionsComeInPartsLatestFirst() {
        long first = run(Job.COMPACT_HISTORY, Map.of()).id();
        long second = run(Job.COMPACT_HISTORY, Map.of()).id();
        long count = jobs.count("compact-history", null);
        assertThat(ids(jobs.executions("compact-history", null, 0, 1))).containsExactly(second);
        assertThat(ids(jobs.executions("compact-history", null, 1, 1))).containsExactly(first);
        assertThat(jobs.executions("compact-history", null, (int) count, 5)).isEmpty();
        assertThat(ids(jobs.executions("compact-history", JobStatus.COMPLETED, 0, 1)))
                .containsExactly(second);
        assertThat(jobs.executions("compact-history", JobStatus.STARTED, 0, 1)).isEmpty();
        assertThat(ids(jobs.executions("compact-history", null, 0, 200))).doesNotContainAnyElementsOf(roundsSoFar());
    }

    private List<Long> roundsSoFar() {
        return ids(jobs.executions("probe-round", null, 0, 200));
    }

    private static List<Long> ids(List<JobExecutionReport> executions) {
        return executions.stream().map(JobExecutionReport::id).toList();
    }

    @Test
    void whatFailedSaysWhyInOneLineAndCanBeGivenUp() throws SQLException {
        JobExecutionReport failed;
        sql("alter table sample rename to sample_away");
        try {
            failed = run(Job.COMPACT_HISTORY, Map.of());
        } finally {
            sql("alter table sample_away rename to sample");
        }
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.exitStatus()).containsIgnoringCase("sample").doesNotContain("\n", "\tat ");
        assertThat(failed.steps()).singleElement().satisfies(step -> assertThat(step.exitStatus())
                .isEqualTo(failed.exitStatus()));
        assertThat(jobs.about("compact-history").failed()).isPositive();
        assertThat(ids(jobs.executions("compact-history", JobStatus.FAILED, 0, 10)))
                .contains(failed.id());

        assertThat(jobs.abandon(failed.id()).status()).isEqualTo(JobStatus.ABANDONED);

        assertThat(ids(jobs.executions("compact-history", JobStatus.FAILED, 0, 10)))
                .doesNotContain(failed.id());
        assertThatThrownBy(() -> jobs.abandon(failed.id())).isInstanceOf(NotAbandonable.class);
        assertThatThrownBy(() -> jobs.restart(failed.id())).isInstanceOf(NotRestartable.class);
    }

    @Test
    void whatRunsOrIsDoneIsNotGivenUp() throws IOException {
        JobExecutionReport done = run(Job.COMPACT_HISTORY, Map.of());
        assertThatThrownBy(() -> jobs.abandon(done.id())).isInstanceOf(NotAbandonable.class);
        assertThatThrownBy(() -> jobs.abandon(987_654_321)).isInstanceOf(NoSuchExecution.class);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            imports.apply(server("JOB-9", "banner", silent.getLocalPort(), "timeout: 4s", ", expect: hello"));
            JobExecutionReport running = jobs.start("probe-round", ALL);
            assertThatThrownBy(() -> jobs.abandon(running.id()))
                    .isInstanceOf(NotAbandonable.class)
                    .hasMessageContaining("only one that stopped or failed can");
            jobs.stop(running.id());
            ended(running.id());
            imports.apply(server("JOB-9", "banner", silent.getLocalPort(), "remove: true", ""));
        }
    }

    @Test
    void whatIsSaidToRunAlthoughNothingDoesIsGivenUp() throws SQLException {
        JobExecutionReport round = run(Job.PROBE_ROUND, ALL);
        sql(
                "update st_executioninstancedata set batchstatus = 'STARTED', exitstatus = null, endtime = null where jobexecid = "
                        + round.id());
        JobExecutionReport abandoned = jobs.abandon(round.id());
        assertThat(abandoned.status()).isEqualTo(JobStatus.ABANDONED);
        assertThat(abandoned.ended()).isNotNull();
    }

    @Test
    void readersSeeJobsAndOperatorsActOnThem() {
        JobExecutionReport done = run(Job.COMPACT_HISTORY, Map.of());
        Caller.bind(new Actor(1L, "reader@example.org", "192.0.2.1", UserRole.READER.permissions()));
        assertThat(jobs.list()).isNotEmpty();
        assertThat(jobs.show(done.id()).id()).isEqualTo(done.id());
        for (ThrowingCallable action : List.<ThrowingCallable>of(
                () -> jobs.start("compact-history", Map.of()),
                () -> jobs.stop(done.id()),
                () -> jobs.restart(done.id()),
                () -> jobs.abandon(done.id()))) {
            assertThatThrownBy(action).isInstanceOfSatisfying(Forbidden.class, refusal -> assertThat(refusal.missing())
                    .isEqualTo(Permission.JOBS));
        }
        Caller.forget();
        assertThatThrownBy(() -> jobs.list()).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> jobs.executions("probe-round", null, 0, 1)).isInstanceOf(Forbidden.class);
        assertThat(jobs.running(Job.COMPACT_HISTORY)).isEmpty();
    }

    private JobExecutionReport run(Job job, Map<String, String> parameters) {
        nothingRuns();
        return ended(jobs.start(job.word(), parameters).id());
    }

    /** A step that is stopped before it has begun counts as done, and a restart passes it over. */
    private void begun(long id) {
        await().pollInSameThread().atMost(60, SECONDS).until(() -> {
            JobExecutionReport.Progress progress = jobs.show(id).progress();
            return progress != null && progress.total() > 0;
        });
    }

    private JobExecutionReport ended(long id) {
        await().pollInSameThread().atMost(60, SECONDS).until(() -> jobs.show(id).ended() != null);
        return jobs.show(id);
    }

    private CheckReport check(String server, int port) {
        imports.apply(server(server, "port", port, "failures: 3", ""));
        return report(server);
    }

    private CheckReport report(String server) {
        return checks.reports().stream()
                .filter(report -> report.server().equals(server))
                .findFirst()
                .orElseThrow();
    }

    private static String server(String code, String check, int port, String rule, String setting) {
        return """
                servers:
                  - code: %s
                    city: Sydney
                    country: AU
                    role: other
                    checks:
                      - name: %s
                        %s
                        tcp: { host: 127.0.0.1, port: %d%s }
                """.formatted(code, check, rule, port, setting);
    }

    private long rows(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}
