package net.niner.status.web.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.niner.status.account.Permission;
import net.niner.status.batch.platform.BadParameter;
import net.niner.status.batch.platform.JobRunning;
import net.niner.status.batch.platform.NoSuchExecution;
import net.niner.status.batch.platform.NoSuchJob;
import net.niner.status.batch.platform.NotRestartable;
import net.niner.status.batch.platform.NotRunning;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void refusalsOfTheJobsHaveTheirStatusAndSayTheirReason() {
        assertThat(statusOf(new NoSuchJob("x"))).isEqualTo(404);
        assertThat(statusOf(new NoSuchExecution(1))).isEqualTo(404);
        assertThat(statusOf(new BadParameter("no", "seconds"))).isEqualTo(400);
        assertThat(statusOf(new JobRunning("x", 1))).isEqualTo(409);
        assertThat(statusOf(new NotRunning(1))).isEqualTo(409);
        assertThat(statusOf(new NotRestartable(1, null))).isEqualTo(409);
        assertThat(Failures.problemOf(new NoSuchJob("x")).detail()).isEqualTo("there is no job x");
    }

    @Test
    void aTokenThatMayNotIsToldWhatItLacks() {
        assertThat(Failures.forbidden(Permission.JOBS))
                .isEqualTo(new ProblemDetail(Status.FORBIDDEN, "this token lacks the permission JOBS"));
        assertThat(Failures.forbidden(null).status()).isEqualTo(Status.UNAUTHORIZED);
    }

    @Test
    void whatNobodyForesawTellsNothingButWhereTheLogHasIt() {
        Logger logger = Logger.getLogger(Failures.class.getName());
        List<LogRecord> records = new ArrayList<>();
        Handler handler = collecting(records);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            IllegalStateException thrown = new IllegalStateException("password=secret");

            ProblemDetail problem = Failures.problemOf(thrown);

            assertThat(problem.status().getStatusCode()).isEqualTo(500);
            assertThat(problem.detail()).doesNotContain("secret", "IllegalState");
            assertThat(records).singleElement().satisfies(record -> {
                assertThat(record.getThrown()).isSameAs(thrown);
                String reference = record.getMessage().replaceAll(".* ", "");
                assertThat(problem.detail()).endsWith(reference);
            });
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void aProblemHasTheMembersOfTheStandard() {
        assertThat(new ProblemDetail(ProblemDetail.UNPROCESSABLE_CONTENT, "no").json("/api/v1/x"))
                .hasToString("{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                        + "\"detail\":\"no\",\"instance\":\"/api/v1/x\"}");
    }

    private static int statusOf(Throwable thrown) {
        return Failures.problemOf(thrown).status().getStatusCode();
    }

    private static Handler collecting(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
