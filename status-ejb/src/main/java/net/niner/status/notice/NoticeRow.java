package net.niner.status.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import net.niner.status.platform.Rows;

/**
 * A notice in a list.
 *
 * @param recipient the {@link Recipient#ref}
 * @param address null where it is forgotten
 * @param subject null where it is forgotten
 * @param why for which reason it was enqueued
 * @param reason for which reason it stands as it does, null where there is none
 * @param dueAt while it is queued, when it goes out at the earliest
 * @param awaitsApproval whether it is held until somebody approves it
 */
public record NoticeRow(
        long id,
        NoticeKind kind,
        NoticeState state,
        String recipient,
        String address,
        String subject,
        String why,
        String reason,
        Instant notBefore,
        Instant goodUntil,
        Instant dueAt,
        Instant createdAt,
        Instant sentAt,
        int attempts,
        boolean awaitsApproval) {

    static final String COLUMNS =
            "id, kind, state, recipient_ref, address, subject, why, reason, not_before, good_until, due_at,"
                    + " created_at, sent_at, attempts, clearance";

    public Optional<Instant> sent() {
        return Optional.ofNullable(sentAt);
    }

    static NoticeRow of(ResultSet row) throws SQLException {
        NoticeState state = NoticeState.valueOf(row.getString("state"));
        return new NoticeRow(
                row.getLong("id"),
                NoticeKind.valueOf(row.getString("kind")),
                state,
                row.getString("recipient_ref"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("why"),
                row.getString("reason"),
                Rows.instant(row, "not_before"),
                Rows.instant(row, "good_until"),
                Rows.instant(row, "due_at"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "sent_at"),
                row.getInt("attempts"),
                state == NoticeState.HELD && row.getString("clearance").equals(Clearance.OPEN.name()));
    }
}
