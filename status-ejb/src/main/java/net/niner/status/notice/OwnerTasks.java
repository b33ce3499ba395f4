package net.niner.status.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import net.niner.status.account.Allowed;
import net.niner.status.account.Audit;
import net.niner.status.account.Caller;
import net.niner.status.account.Permission;
import net.niner.status.platform.Rows;

/** What the owner must do by hand. Each exists once by its key, however often it is raised; one that is done comes back only under another key. */
@Stateless
public class OwnerTasks {

    private static final String SELECT =
            "select id, kind, task_key, client_id, task, raised_at, done_at, done_by from owner_task";

    private static final int TEXT_LENGTH = 1000;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Audit audit;

    @Inject
    private Clock clock;

    private String unlessThere;

    @PostConstruct
    void lookUp() {
        unlessThere = Engine.of(dataSource) == Engine.POSTGRESQL ? " on conflict (task_key) do nothing" : "";
    }

    /**
     * Raises it, in the caller's transaction.
     *
     * @param key as in {@code unreachable|client:51|run:7}; at most 200 characters
     * @param clientId the client that it is about, null for none; goes when the client's data is erased
     * @param text what is to be done, one sentence in English
     * @return whether it is new
     */
    public boolean raise(TaskKind kind, String key, Long clientId, String text) {
        String words = text.length() > TEXT_LENGTH ? text.substring(0, TEXT_LENGTH - 1) + "…" : text;
        return Rows.update(
                        dataSource,
                        "insert into owner_task (kind, task_key, client_id, task, raised_at) select ?, ?, "
                                + (clientId == null ? "null" : Long.toString(clientId))
                                + ", ?, ? where not exists (select 1 from owner_task where task_key = ?)" + unlessThere,
                        kind.name(),
                        key,
                        words,
                        Rows.time(clock.instant()),
                        key)
                == 1;
    }

    /** What is still to be done, oldest first. */
    @Allowed(Permission.BILLING)
    public List<OwnerTask> open(int first, int most) {
        return Rows.query(
                dataSource,
                SELECT + " where done_at is null order by raised_at, id offset ? rows fetch next ? rows only",
                OwnerTasks::task,
                first,
                most);
    }

    /** How many are open: a number tells nothing about anybody. */
    public int countOpen() {
        return Rows.query(dataSource, "select count(*) from owner_task where done_at is null", row -> row.getInt(1))
                .get(0);
    }

    /** All about a client, latest first. */
    @Allowed(Permission.BILLING)
    public List<OwnerTask> ofClient(long clientId) {
        return Rows.query(
                dataSource,
                SELECT + " where client_id = ? order by raised_at desc, id desc",
                OwnerTasks::task,
                clientId);
    }

    /** What was done last, latest first. */
    @Allowed(Permission.BILLING)
    public List<OwnerTask> done(int most) {
        return Rows.query(
                dataSource,
                SELECT + " where done_at is not null order by done_at desc, id desc fetch first ? rows only",
                OwnerTasks::task,
                most);
    }

    /** Somebody has done it. False if it was done already, or is none. */
    @Allowed(Permission.BILLING)
    public boolean done(long id) {
        int changed = Rows.update(
                dataSource,
                "update owner_task set done_at = ?, done_by = ? where id = ? and done_at is null",
                Rows.time(clock.instant()),
                Caller.required().name(),
                id);
        if (changed == 1) {
            audit.record("task.done", "task " + id, Map.of(), Map.of());
        }
        return changed == 1;
    }

    /** Goes with the client's data. */
    public int forgetClient(long clientId) {
        return Rows.update(dataSource, "delete from owner_task where client_id = ?", clientId);
    }

    private static OwnerTask task(ResultSet row) throws SQLException {
        return new OwnerTask(
                row.getLong("id"),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("task_key"),
                row.getObject("client_id", Long.class),
                row.getString("task"),
                Rows.instant(row, "raised_at"),
                Rows.instant(row, "done_at"),
                row.getString("done_by"));
    }
}
