package net.niner.status.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import net.niner.status.platform.Rows;

/**
 * An interval in which a check was down. Times are UTC.
 *
 * @param check the server's code and the check's name
 * @param began the first failure
 * @param confirmed when it was believed
 * @param ended the first success after it, null while it lasts
 * @param cause what the confirming measurement saw
 */
public record Outage(long checkId, String check, Instant began, Instant confirmed, Instant ended, String cause) {

    /** What {@link #read} needs of the database, from {@link #TABLES}. */
    public static final String COLUMNS = "o.check_id, s.code, c.name, o.began_at, o.confirmed_at, o.ended_at, o.cause";

    /** The outages, as {@code o}, with their checks and servers, {@code c} and {@code s}. */
    public static final String TABLES =
            "outage o join probe_check c on c.id = o.check_id join server s on s.id = c.server_id";

    public static Outage read(ResultSet row) throws SQLException {
        return new Outage(
                row.getLong("check_id"),
                row.getString("code") + " " + row.getString("name"),
                Rows.instant(row, "began_at"),
                Rows.instant(row, "confirmed_at"),
                Rows.instant(row, "ended_at"),
                row.getString("cause"));
    }
}
