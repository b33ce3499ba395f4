package net.niner.status.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import net.niner.status.platform.Rows;

/**
 * What the owners are alarmed about. Times are UTC.
 *
 * @param checkId null for what no check found
 * @param subject as a person knows it, as in {@code NC036 webmail}
 * @param cause what was seen, one sentence
 * @param told how many mails told of it
 * @param firstToldAt null before the first
 * @param letter the first of those that stood in the same mail, null before that
 * @param acknowledgedBy null if nobody did
 * @param closedAt null while it lasts
 */
public record Alert(
        long id,
        AlertKind kind,
        Long checkId,
        String subject,
        String cause,
        AlertSeverity severity,
        AlertState state,
        Instant began,
        Instant opened,
        int told,
        Instant firstToldAt,
        Long letter,
        String acknowledgedBy,
        Instant acknowledgedAt,
        Instant closedAt) {

    static final String SELECT = """
            select id, kind, check_id, subject, cause, severity, state, began_at, opened_at, told, first_told_at, letter,
                acknowledged_by, acknowledged_at, closed_at
            from alert
            """;

    static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getLong("id"),
                AlertKind.valueOf(row.getString("kind")),
                row.getObject("check_id", Long.class),
                row.getString("subject"),
                row.getString("cause"),
                AlertSeverity.valueOf(row.getString("severity")),
                AlertState.valueOf(row.getString("state")),
                Rows.instant(row, "began_at"),
                Rows.instant(row, "opened_at"),
                row.getInt("told"),
                Rows.instant(row, "first_told_at"),
                row.getObject("letter", Long.class),
                row.getString("acknowledged_by"),
                Rows.instant(row, "acknowledged_at"),
                Rows.instant(row, "closed_at"));
    }

    Alert weighed(AlertSeverity anew) {
        return new Alert(
                id,
                kind,
                checkId,
                subject,
                cause,
                anew,
                state,
                began,
                opened,
                told,
                firstToldAt,
                letter,
                acknowledgedBy,
                acknowledgedAt,
                closedAt);
    }

    public boolean isOpen() {
        return state == AlertState.OPEN;
    }

    public Optional<Instant> closed() {
        return Optional.ofNullable(closedAt);
    }
}
