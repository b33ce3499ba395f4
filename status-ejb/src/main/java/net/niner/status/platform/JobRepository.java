package net.niner.status.platform;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The tables in which the batch runtime keeps its executions. The runtime makes them at its first job, and neither cleans them up nor
 * notices that the server died; this does both. Their names carry the prefix that the launcher sets.
 */
@Stateless
public class JobRepository {

    private static final String EXECUTIONS = "st_executioninstancedata";

    private static final String OF_JOB = " from " + EXECUTIONS
            + " e join st_jobinstancedata i on i.jobinstanceid = e.jobinstanceid where i.name = ? and e.batchstatus like ?";

    /**
     * How many executions of a job there are.
     *
     * @param failed how many of these failed
     */
    public record Tally(long all, long failed) {

        public static final Tally NONE = new Tally(0, 0);
    }

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** Once they are there they stay. */
    private boolean made;

    /** Executions that were running when the server died failed: nothing runs right after the start. Returns how many. */
    public int failInterrupted() {
        if (!exists()) {
            return 0;
        }
        String died = " batchstatus = 'FAILED', exitstatus = 'the server stopped in the middle of it'"
                + " where batchstatus in ('STARTING', 'STARTED', 'STOPPING')";
        Rows.update(dataSource, "update st_stepexecutioninstancedata set" + died);
        return Rows.update(dataSource, "update " + EXECUTIONS + " set endtime = updatetime," + died);
    }

    /** One of which the runtime knows nothing any more, although it did not end, failed. */
    public void failInterrupted(long execution) {
        String died = " batchstatus = 'FAILED', exitstatus = 'it ended without a word' where jobexecid = ?"
                + " and batchstatus in ('STARTING', 'STARTED', 'STOPPING')";
        Rows.update(dataSource, "update st_stepexecutioninstancedata set" + died, execution);
        Rows.update(dataSource, "update " + EXECUTIONS + " set endtime = updatetime," + died, execution);
    }

    /**
     * The executions of a job by their numbers, latest first.
     *
     * @param status only those that stand so; null for all
     */
    public List<Long> executions(String job, String status, int offset, int limit) {
        if (!exists()) {
            return List.of();
        }
        return Rows.query(
                dataSource,
                "select e.jobexecid" + OF_JOB + " order by e.jobexecid desc offset ? rows fetch next ? rows only",
                row -> row.getLong(1),
                job,
                status == null ? "%" : status,
                offset,
                limit);
    }

    /** Whether the tables say that it has not ended. */
    public boolean isUnderWay(long execution) {
        return exists()
                && !Rows.query(
                                dataSource,
                                "select 1 from " + EXECUTIONS
                                        + " where jobexecid = ? and batchstatus in ('STARTING', 'STARTED', 'STOPPING')",
                                row -> row.getInt(1),
                                execution)
                        .isEmpty();
    }

    /** How many {@link #executions} there are. */
    public long count(String job, String status) {
        if (!exists()) {
            return 0;
        }
        return Rows.query(
                        dataSource,
                        "select count(*)" + OF_JOB,
                        row -> row.getLong(1),
                        job,
                        status == null ? "%" : status)
                .get(0);
    }

    /** How many executions there are of each job by its name; a job without any is missing. One look at the table for all of them. */
    public Map<String, Tally> tallies() {
        Map<String, Tally> tallies = new HashMap<>();
        if (exists()) {
            Rows.query(
                    dataSource,
                    "select i.name, count(*), count(case when e.batchstatus = 'FAILED' then 1 end) from " + EXECUTIONS
                            + " e join st_jobinstancedata i on i.jobinstanceid = e.jobinstanceid group by i.name",
                    row -> tallies.put(row.getString(1), new Tally(row.getLong(2), row.getLong(3))));
        }
        return tallies;
    }

    /** Forgets executions that ended before then, at most {@code most} of them, each with all that belongs to it. Returns how many. */
    public int forgetEndedBefore(Instant then, int most) {
        if (!exists()) {
            return 0;
        }
        List<Long> instances = Rows.query(
                dataSource,
                "select jobinstanceid from " + EXECUTIONS
                        + " group by jobinstanceid having max(updatetime) < ? and count(endtime) = count(*)"
                        + " order by jobinstanceid fetch first ? rows only",
                row -> row.getLong(1),
                Timestamp.from(then),
                most);
        String ofInstance = " in (select jobexecid from " + EXECUTIONS + " where jobinstanceid = ?)";
        for (String sql : List.of(
                "delete from st_stepstatus where id in (select stepexecid from st_stepexecutioninstancedata where jobexecid"
                        + ofInstance + ")",
                "delete from st_stepexecutioninstancedata where jobexecid" + ofInstance,
                "delete from job_output where execution_id" + ofInstance,
                "delete from " + EXECUTIONS + " where jobinstanceid = ?",
                "delete from st_jobstatus where id = ?",
                "delete from st_jobinstancedata where jobinstanceid = ?")) {
            Rows.batch(dataSource, sql, instances, (statement, id) -> statement.setLong(1, id));
        }
        // its keys are "instance,step,READER" and "instance,step,WRITER"
        Rows.batch(
                dataSource,
                "delete from st_checkpointdata where id like ?",
                instances,
                (statement, id) -> statement.setString(1, id + ",%"));
        return instances.size();
    }

    private boolean exists() {
        made = made || found();
        return made;
    }

    private boolean found() {
        try (Connection connection = dataSource.getConnection();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(EXECUTIONS)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
