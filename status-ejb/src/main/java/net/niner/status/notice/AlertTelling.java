package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import net.niner.status.maintenance.MaintenanceWindows;
import net.niner.status.platform.Rows;
import net.niner.status.platform.SiteUrl;

/** Makes notices of the alerts whose time has come, all of a kind that are at the same step in one mail. */
@Stateless
public class AlertTelling {

    /** Steps, and stages of the keys. */
    static final String NEW = "new";

    static final String REMINDER = "reminder";
    static final String OVER = "over";

    /** Before the number of the first alert that a mail tells of. */
    static final String SUBJECT = "alert:";

    private static final String DUE = Alert.SELECT + " where next_at <= ? order by id for update";

    /** Nobody follows the check any more, so nobody will see it come back. */
    private static final String LOST = """
            update alert set state = 'CLOSED', closed_at = ?, next_at = null
            where kind = 'OUTAGE' and state <> 'CLOSED' and not exists (
                select 1 from outage o join probe_check c on c.id = o.check_id join server s on s.id = c.server_id
                where o.check_id = alert.check_id and o.ended_at is null and not c.paused and (s.retired_on is null or s.retired_on > ?))
            """;

    /** The first mail about it reached somebody, or will, since it is about others too that are not over. */
    private static final String REACHED = """
            select 1 from notice n where n.subject_ref = ? and n.kind = ? and (n.state in ('SENT', 'SENDING', 'UNKNOWN', 'BOUNCED')
                or n.state = 'QUEUED' and exists (select 1 from alert a where a.letter = ? and a.state <> 'CLOSED'))
            fetch first 1 rows only
            """;

    private static final String SERVERS_DOWN = """
            select count(distinct c.server_id) from alert a join probe_check c on c.id = a.check_id join server s on s.id = c.server_id
            where a.state <> 'CLOSED' and a.kind = 'OUTAGE' and s.visibility = 'PUBLIC' and c.counts_for_ping and a.severity <> 'MINOR'
            """;

    private static final String TOLD = """
            update alert set told = told + 1, first_told_at = coalesce(first_told_at, ?), letter = ?, severity = ?, next_at = ?
            where id = ?
            """;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    @EJB
    private Notices notices;

    @EJB
    private Owners owners;

    @EJB
    private MaintenanceWindows windows;

    @EJB
    private AlertHoursSetting hours;

    @Inject
    private SiteUrl site;

    /** Returns how many notices are new. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int tell(Instant at) {
        // as exactly as every database keeps it: what is due at a time is not due again at the same
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Rows.update(dataSource, LOST, Rows.time(now), Rows.day(now));
        List<Alert> due = Rows.query(dataSource, DUE, Alert::read, Rows.time(now)).stream()
                .filter(alert -> !waits(alert, now) && !isUnheardOf(alert))
                .toList();
        boolean many = serversDown() >= AlertSeverity.MANY;
        Optional<Instant> morning = hours.current().end(now);
        Map<String, List<Alert>> together = new TreeMap<>();
        for (Alert alert : due) {
            AlertSeverity severity =
                    many && alert.severity() == AlertSeverity.MAJOR ? AlertSeverity.CRITICAL : alert.severity();
            if (morning.isPresent() && severity != AlertSeverity.CRITICAL) {
                next(alert.id(), morning.get());
            } else {
                together.computeIfAbsent(alert.kind() + step(alert), key -> new ArrayList<>())
                        .add(alert.weighed(severity));
            }
        }
        return together.values().stream().mapToInt(some -> tell(some, now)).sum();
    }

    /** When the next one is due. */
    public Optional<Instant> nextDue() {
        return Rows.query(
                        dataSource,
                        "select next_at from alert where next_at is not null order by next_at fetch first 1 rows only",
                        row -> Rows.instant(row, "next_at"))
                .stream()
                .findFirst();
    }

    /** The latest one, if there ever was one. */
    public List<Alert> latest(AlertKind kind) {
        return Rows.query(
                dataSource,
                Alert.SELECT + " where kind = ? order by id desc fetch first 1 rows only",
                Alert::read,
                kind.name());
    }

    private int tell(List<Alert> alerts, Instant now) {
        String step = step(alerts.get(0));
        Alert first = alerts.get(0);
        int told = notices.enqueueAll(owners.recipients().stream()
                .map(owner -> new NoticeDraft(
                        new NoticeKey(first.kind().notice(), SUBJECT + first.id(), owner.ref(), step, first.told()),
                        owner,
                        new AlertText(owner.language(), site).of(alerts, step),
                        now,
                        step + ": " + alerts.size() + " of kind " + first.kind()))
                .toList());
        for (Alert alert : alerts) {
            Instant since = alert.firstToldAt() == null ? now : alert.firstToldAt();
            Rows.update(
                    dataSource,
                    TOLD,
                    Rows.time(now),
                    first.id(),
                    alert.severity().name(),
                    Rows.time(step.equals(OVER) ? null : AlertReminders.next(alert.kind(), since, now)),
                    alert.id());
        }
        return told;
    }

    /** While work goes on at the server there is nothing to tell; the end of the work wakes it. */
    private boolean waits(Alert alert, Instant now) {
        boolean quiet = alert.isOpen() && alert.checkId() != null && windows.isQuietCheck(alert.checkId(), now);
        if (quiet) {
            next(alert.id(), null);
        }
        return quiet;
    }

    /** Whoever was not told that it began is not told that it is over. */
    private boolean isUnheardOf(Alert alert) {
        boolean unheardOf = step(alert).equals(OVER)
                && alert.told() == 1
                && Rows.query(
                                dataSource,
                                REACHED,
                                row -> true,
                                SUBJECT + alert.letter(),
                                alert.kind().notice().name(),
                                alert.letter())
                        .isEmpty();
        if (unheardOf) {
            next(alert.id(), null);
        }
        return unheardOf;
    }

    private void next(long id, Instant at) {
        Rows.update(dataSource, "update alert set next_at = ? where id = ?", Rows.time(at), id);
    }

    private int serversDown() {
        return Rows.query(dataSource, SERVERS_DOWN, row -> row.getInt(1)).get(0);
    }

    private static String step(Alert alert) {
        if (alert.state() == AlertState.CLOSED) {
            return OVER;
        }
        return alert.told() == 0 ? NEW : REMINDER;
    }
}
