package net.niner.status.batch.billing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.niner.status.account.Actor;
import net.niner.status.account.Caller;
import net.niner.status.account.Forbidden;
import net.niner.status.account.Permission;
import net.niner.status.batch.platform.JobExecutionReport;
import net.niner.status.batch.platform.JobStatus;
import net.niner.status.batch.platform.Jobs;
import net.niner.status.billing.ImportDateFormat;
import net.niner.status.billing.ImportDifference;
import net.niner.status.billing.ImportFile;
import net.niner.status.billing.ImportRefusal;
import net.niner.status.billing.ImportUpload;
import net.niner.status.billing.ImportUploads;
import net.niner.status.billing.ImportWork;
import net.niner.status.billing.InvalidImport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Uploads, from the files to the register. */
@ExtendWith(ArquillianExtension.class)
class BillingImportIT {

    private static final Actor BOOKKEEPER =
            new Actor(null, "books@example.org", "192.0.2.7", Set.of(Permission.READ, Permission.BILLING));

    @EJB
    private ImportUploads uploads;

    @EJB
    private ImportWork work;

    @EJB
    private Jobs jobs;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @BeforeEach
    void actAsTheBookkeeper() {
        Caller.bind(BOOKKEEPER);
    }

    @AfterEach
    void actAsNobody() {
        Caller.forget();
    }

    @Test
    void whatWasShownIsDoneAndASecondImportChangesNothing() throws SQLException {
        ImportUpload first = stage(clients("a", 3), services("a", 3, "2025-07-20"));
        ImportDifference difference = uploads.difference(first.id());
        assertThat(difference.added()).isEqualTo(6);
        assertThat(difference.changed()).isZero();
        assertThat(count("client where source_id like 'a-%'")).isZero();

        JobExecutionReport done = ended(jobs.importUpload(first.id()));

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(done.steps())
                .extracting(JobExecutionReport.Step::exitStatus)
                .containsExactly(
                        "found 6 to add and 0 to change", "made 6 changes", "upload " + first.id() + " is imported");
        assertThat(jobs.output(done.id())).anyMatch(line -> line.contains("ADD") && line.contains("Client a-1"));
        assertThat(count("client where source_id like 'a-%'")).isEqualTo(3);
        assertThat(count("client_service where source_id like 'a-%' and expires_on = date '2025-07-20'"))
                .isEqualTo(3);
        assertThat(count("billing_upload_row where upload_id = " + first.id())).isZero();
        assertThat(uploads.find(first.id()).orElseThrow().state()).isEqualTo(ImportUpload.State.IMPORTED);

        // as if the server had died before the job knew
        work.complete(first.id());
        assertThat(count("audit_event where action = 'import.apply' and subject = 'upload " + first.id() + "'"))
                .isEqualTo(1);

        ImportUpload second = stage(clients("a", 3), services("a", 3, "2025-07-20"));
        assertThat(uploads.difference(second.id()).changes()).isEmpty();
        assertThat(ended(jobs.importUpload(second.id())).steps().get(1).exitStatus())
                .isEqualTo("made 0 changes");
        ImportUpload third = stage(services("a", 3, "2025-08-01"));
        assertThat(uploads.difference(third.id()).changed()).isEqualTo(3);
        work.begin(third.id(), done.id());
        sql("update st_executioninstancedata set batchstatus = 'STARTED' where jobexecid = " + done.id());
        try {
            assertThatThrownBy(() -> uploads.discard(third.id()))
                    .isInstanceOfSatisfying(ImportRefusal.class, refusal -> assertThat(refusal.why())
                            .isEqualTo(ImportRefusal.Why.UNDER_WAY));
        } finally {
            sql("update st_executioninstancedata set batchstatus = 'COMPLETED' where jobexecid = " + done.id());
        }
        uploads.discard(third.id());
        assertThat(count("billing_upload_row where upload_id = " + third.id())).isZero();
    }

    @Test
    void anExecutionThatBrokeOffGoesOnWhereTheLastChunkEnded() throws SQLException {
        ImportUpload upload = stage(clients("b", 1_200));
        sql("alter table client add constraint no_such_client check (source_id <> 'b-700')");
        JobExecutionReport broken;
        try {
            broken = ended(jobs.importUpload(upload.id()));
        } finally {
            sql("alter table client drop constraint no_such_client");
        }
        assertThat(broken.status()).isEqualTo(JobStatus.FAILED);
        assertThat(count("client where source_id like 'b-%'")).isEqualTo(500);
        assertThat(uploads.find(upload.id()).orElseThrow().state()).isEqualTo(ImportUpload.State.READY);

        JobExecutionReport again = ended(jobs.importUpload(upload.id()));

        assertThat(again.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(again.steps())
                .filteredOn(step -> step.name().equals("apply"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.read()).isEqualTo(700);
                    assertThat(step.exitStatus()).isEqualTo("made 1200 changes");
                });
        assertThat(count("client where source_id like 'b-%'")).isEqualTo(1_200);
    }

    @Test
    void aDryRunPrintsAndChangesNothing() throws SQLException {
        ImportUpload upload = stage(clients("c", 2));
        Caller.bind(Actor.site());
        JobExecutionReport done =
                ended(jobs.start("import-billing", Map.of("upload", String.valueOf(upload.id()), "dryRun", "true")));

        assertThat(done.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(jobs.output(done.id()))
                .contains("2 to add, 0 to change, 0 to look at", "this was a dry run: nothing was changed");
        assertThat(count("client where source_id like 'c-%'")).isZero();
        assertThat(uploads.find(upload.id()).orElseThrow().state()).isEqualTo(ImportUpload.State.READY);
        uploads.discard(upload.id());
    }

    @Test
    void aWrongFileChangesNothingAtAll() throws SQLException {
        int before = count("billing_upload");
        assertThatThrownBy(() -> stage(clients("d", 2), services("e", 2, "2025-07-20")))
                .isInstanceOfSatisfying(InvalidImport.class, invalid -> assertThat(invalid.problems())
                        .hasSize(2));
        assertThat(count("billing_upload")).isEqualTo(before);
        assertThat(count("client where source_id like 'd-%'")).isZero();
    }

    @Test
    void aDayThatCannotBeBecomesOneTaskHoweverOftenItComes() throws SQLException {
        for (int i = 0; i < 2; i++) {
            ImportUpload upload = stage(clients("f", 1), services("f", 1, "0000-00-00"));
            assertThat(uploads.difference(upload.id()).findings()).hasSize(1);
            assertThat(ended(jobs.importUpload(upload.id())).status()).isEqualTo(JobStatus.COMPLETED);
        }

        assertThat(count("owner_task where kind = 'IMPORT_FINDING' and task like '%f-1.example%' and client_id"
                        + " is not null"))
                .isEqualTo(1);
        assertThat(count("client_service where source_id = 'f-1' and expires_on is null"))
                .isEqualTo(1);
        assertThat(count("notice where subject_ref like 'service:%' and text_body like '%f-1.example%'"))
                .isZero();
    }

    @Test
    void whoMayNotSeeClientsMayNotSeeWhatIsImported() {
        ImportUpload upload = stage(clients("g", 1));
        JobExecutionReport done = ended(jobs.importUpload(upload.id()));
        Caller.bind(new Actor(null, "ops@example.org", "192.0.2.8", Set.of(Permission.READ, Permission.JOBS)));

        assertThatThrownBy(() -> jobs.output(done.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> uploads.difference(upload.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> jobs.importUpload(upload.id())).isInstanceOf(Forbidden.class);
        assertThat(jobs.show(done.id()).toString()).doesNotContain("Client g-1");
    }

    private ImportUpload stage(ImportFile... files) {
        return uploads.stage(List.of(files), null, ImportDateFormat.ISO);
    }

    private static ImportFile clients(String prefix, int number) {
        return new ImportFile(
                "clients.csv",
                "id,name,email\n"
                        + rows(number, i -> "%s-%d,Client %s-%d,m%d@%s.example"
                                .formatted(prefix, i, prefix, i, i, prefix)));
    }

    private static ImportFile services(String prefix, int number, String expires) {
        return new ImportFile(
                "services.csv",
                "id,client_id,kind,name,expires_on,state\n"
                        + rows(number, i -> "%s-%d,%s-%d,domain,%s-%d.example,%s,active"
                                .formatted(prefix, i, prefix, i, prefix, i, expires)));
    }

    private static String rows(int number, IntFunction<String> row) {
        return IntStream.rangeClosed(1, number).mapToObj(row).collect(Collectors.joining("\n"));
    }

    /** Whoever waits asks from a thread of its own. */
    private JobExecutionReport ended(JobExecutionReport execution) {
        Actor caller = Caller.required();
        await().atMost(60, SECONDS)
                .until(() -> Caller.as(
                        caller, () -> !jobs.show(execution.id()).status().underWay()));
        return jobs.show(execution.id());
    }

    private int count(String from) throws SQLException {
        return Integer.parseInt(text("select count(*) from " + from));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
