package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Notices when planned work comes near. A window that was moved is reminded of anew, under the next revision. */
@Stateless
public class MaintenanceReminders {

    private static final Duration AHEAD = Duration.ofHours(25);

    private static final String PLANNED = """
            select w.id, w.planned_from from maintenance_window w
            where w.state = 'PLANNED' and w.planned_from > ? and exists (select 1 from maintenance_window_server x
                join server s on s.id = x.server_id where x.window_id = w.id and s.visibility = 'PUBLIC')
            """;

    private static final String TOLD = """
            select revision, planned_from from announcement where window_id = ? and stage = ?
            order by revision desc fetch first 1 rows only
            """;

    private static final String INSERT = """
            insert into announcement (window_id, stage, revision, planned_from, announced_at, reached, told)
            values (?, ?, ?, ?, ?, 0, 0)
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private record Planned(long id, Instant from) {}

    private record Told(int revision, Instant from) {}

    /** Writes down which reminders are due. */
    public void note(Instant now) {
        for (Planned window : planned(now, " and w.planned_from <= ?", Rows.time(now.plus(AHEAD)))) {
            ReminderStage.due(window.from(), now).ifPresent(stage -> note(window, stage, now));
        }
    }

    private void note(Planned window, ReminderStage stage, Instant now) {
        Optional<Told> told = told(window.id(), stage);
        if (told.filter(last -> last.from().equals(window.from())).isEmpty()) {
            Rows.update(
                    dataSource,
                    INSERT,
                    window.id(),
                    stage.key(),
                    told.map(last -> last.revision() + 1).orElse(0),
                    Rows.time(window.from()),
                    Rows.time(now));
        }
    }

    /** When the next reminder is due; now for one that was not noted yet. */
    public Optional<Instant> nextDue(Instant now) {
        return planned(now, "").stream()
                .flatMap(window -> Stream.concat(
                        ReminderStage.due(window.from(), now)
                                .filter(stage -> told(window.id(), stage)
                                        .filter(last -> last.from().equals(window.from()))
                                        .isEmpty())
                                .map(stage -> stage.at(window.from()))
                                .stream(),
                        ReminderStage.next(window.from(), now).stream()))
                .min(Instant::compareTo);
    }

    private List<Planned> planned(Instant now, String more, Object... values) {
        Object[] all =
                Stream.concat(Stream.of(Rows.time(now)), Stream.of(values)).toArray();
        return Rows.query(
                dataSource,
                PLANNED + more,
                row -> new Planned(row.getLong("id"), Rows.instant(row, "planned_from")),
                all);
    }

    private Optional<Told> told(long window, ReminderStage stage) {
        return Rows.query(
                        dataSource,
                        TOLD,
                        row -> new Told(row.getInt("revision"), Rows.instant(row, "planned_from")),
                        window,
                        stage.key())
                .stream()
                .findFirst();
    }
}
