package net.niner.status.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain JDBC for rows that are values and come by the thousand. Takes part in the caller's transaction. */
public final class Rows {

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Binds one item to a statement. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(PreparedStatement statement, T item) throws SQLException;
    }

    private Rows() {}

    public static <T> List<T> query(DataSource source, String sql, Reader<T> reader, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(reader.read(rows));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Returns how many rows it touched. */
    public static int update(DataSource source, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** One round trip for all items. */
    public static <T> void batch(DataSource source, String sql, List<T> items, Binder<T> binder) {
        if (items.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T item : items) {
                binder.bind(statement, item);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** Binds the values in order. */
    public static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Absent absent) {
                statement.setNull(i + 1, absent.type);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /** A column's value for an instant, null for null. */
    public static Object time(Instant instant) {
        return instant == null ? Absent.TIME : instant.atOffset(ZoneOffset.UTC);
    }

    /** A column's value for a length of time in microseconds, null for null. */
    public static Object micros(Duration duration) {
        return duration == null ? Absent.NUMBER : duration.toNanos() / 1000;
    }

    /** A column's value for a number, null for null. */
    public static Object number(Integer number) {
        return number == null ? Absent.NUMBER : number;
    }

    /** The day of an instant, UTC. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The inverse of {@link #micros}. */
    public static Duration duration(ResultSet row, String column) throws SQLException {
        Long micros = row.getObject(column, Long.class);
        return micros == null ? null : Duration.ofNanos(micros * 1000);
    }

    /** A null that knows its type, as PostgreSQL demands. */
    private enum Absent {
        TIME(Types.TIMESTAMP_WITH_TIMEZONE),
        NUMBER(Types.BIGINT);

        private final int type;

        Absent(int type) {
            this.type = type;
        }
    }
}
