package net.niner.status.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.niner.status.platform.Rows;

/** An event as it is stored. */
record AuditRow(
        long id, Instant at, Long userId, String who, String address, String action, String subject, String changes) {

    static AuditRow of(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                Rows.instant(row, "happened_at"),
                row.getObject("user_id", Long.class),
                row.getString("who"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("changes"));
    }

    AuditEvent event() {
        return new AuditEvent(id, at, who, address, action, subject, AuditChanges.read(changes));
    }

    /** What is hashed: the hash before it and every field, each with its length, so that no two rows are written alike. */
    String textAfter(String previous) {
        return Arrays.asList(previous, id, at, userId, who, address, action, subject, changes).stream()
                .map(field -> field == null ? "-" : String.valueOf(field).length() + ":" + field)
                .collect(Collectors.joining(","));
    }
}
