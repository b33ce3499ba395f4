package net.niner.status.notice;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.niner.status.platform.DatabaseException;

/** What the two databases do not have in common, as far as the outbox needs it. */
enum Engine {
    H2("", ""),
    POSTGRESQL(" for update skip locked", " on conflict (notice_key) do nothing");

    private final String skipLocked;
    private final String unlessThere;

    Engine(String skipLocked, String unlessThere) {
        this.skipLocked = skipLocked;
        this.unlessThere = unlessThere;
    }

    static Engine of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Stands at the end of a select of rows to claim. H2 lets the second wait for the first, and then find them taken. */
    String skipLocked() {
        return skipLocked;
    }

    /** Stands at the end of an insert that may meet the same one from elsewhere. */
    String unlessThere() {
        return unlessThere;
    }
}
