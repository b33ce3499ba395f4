package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import net.niner.status.history.Outage;
import net.niner.status.history.OutageConfirmed;
import net.niner.status.history.OutageEnded;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.maintenance.QuietEnded;
import net.niner.status.platform.Rows;
import net.niner.status.server.Role;
import net.niner.status.server.Visibility;

/**
 * Opens and closes alerts, in the transactions that have reason to. One of a check that keeps changing tells nothing new, unless it stays down for as long as
 * the first reminder would take, and nor does one of a job; one of a server on which work goes on waits until the work is over.
 */
@Stateless
public class AlertTrail {

    private static final String OUTAGE_KEY = "outage:";
    private static final String FINDING_KEY = "finding:";

    /** Findings about jobs, which are tried again within minutes, and mostly succeed then. */
    private static final String JOBS = "job:";

    private static final int CAUSE_LENGTH = 1000;
    private static final int SUBJECT_LENGTH = 300;

    private static final String SEVERITY = """
            select s.role, s.visibility, c.counts_for_ping from probe_check c join server s on s.id = c.server_id where c.id = ?
            """;

    private static final String OPEN = """
            insert into alert (kind, alert_key, check_id, subject, cause, severity, state, began_at, opened_at, next_at, told)
            select ?, ?, cast(? as bigint), ?, ?, ?, 'OPEN', cast(? as timestamp with time zone), cast(? as timestamp with time zone),
                cast(? as timestamp with time zone), 0
            where not exists (select 1 from alert where alert_key = ? and state <> 'CLOSED')
            """;

    private static final String CLOSE = """
            update alert set state = 'CLOSED', closed_at = cast(? as timestamp with time zone),
                next_at = case when told > 0 then cast(? as timestamp with time zone) end
            where alert_key = ? and state <> 'CLOSED'
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private MaintenanceWindows windows;

    @Inject
    private Clock clock;

    public void confirmed(@Observes OutageConfirmed event) {
        Outage outage = event.outage();
        Instant now = clock.instant();
        Instant next = event.flapping() ? now.plus(AlertReminders.FIRST) : now;
        open(
                AlertKind.OUTAGE,
                OUTAGE_KEY + outage.checkId(),
                outage.checkId(),
                outage.check(),
                outage.cause(),
                severity(outage.checkId()),
                outage.began(),
                windows.isQuietCheck(outage.checkId(), now) ? null : next);
    }

    public void ended(@Observes OutageEnded event) {
        close(OUTAGE_KEY + event.outage().checkId(), event.outage().ended());
    }

    /** What is still quiet then goes back to waiting. */
    public void workEnded(@Observes QuietEnded event) {
        Rows.update(
                dataSource,
                "update alert set next_at = ? where state = 'OPEN' and next_at is null",
                Rows.time(clock.instant()));
    }

    public void raised(@Observes FindingRaised event) {
        Instant now = clock.instant();
        open(
                AlertKind.FINDING,
                FINDING_KEY + event.key(),
                null,
                event.subject(),
                event.text(),
                AlertSeverity.MINOR,
                now,
                event.key().startsWith(JOBS) ? now.plus(AlertReminders.FIRST) : now);
    }

    public void settled(@Observes FindingSettled event) {
        close(FINDING_KEY + event.key(), clock.instant());
    }

    private void open(
            AlertKind kind,
            String key,
            Long check,
            String subject,
            String cause,
            AlertSeverity severity,
            Instant began,
            Instant next) {
        Rows.update(
                dataSource,
                OPEN,
                kind.name(),
                key,
                check == null ? Rows.number(null) : check,
                cut(subject, SUBJECT_LENGTH),
                cut(cause, CAUSE_LENGTH),
                severity.name(),
                Rows.time(began),
                Rows.time(clock.instant()),
                Rows.time(next),
                key);
    }

    private void close(String key, Instant at) {
        Rows.update(dataSource, CLOSE, Rows.time(at), Rows.time(clock.instant()), key);
    }

    private AlertSeverity severity(long check) {
        return Rows.query(
                        dataSource,
                        SEVERITY,
                        row -> AlertSeverity.of(
                                Role.valueOf(row.getString("role")),
                                Visibility.valueOf(row.getString("visibility")),
                                row.getBoolean("counts_for_ping")),
                        check)
                .stream()
                .findFirst()
                .orElse(AlertSeverity.MINOR);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
