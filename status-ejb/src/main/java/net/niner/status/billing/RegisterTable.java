package net.niner.status.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.niner.status.platform.DatabaseException;
import net.niner.status.platform.Rows;

/** Rows of one table of the register, by source and id: read, compared and written by the thousand. */
final class RegisterTable {

    private static final int AT_ONCE = 500;

    /** By which a row is known outside of this database. */
    record Key(String source, String id) {}

    /**
     * A column besides those of the key.
     *
     * @param label as people know it
     * @param type of {@link Types}
     */
    record Column(String name, String label, int type, Class<?> javaType) {}

    /** A row as it is kept. */
    record Kept(long id, List<Object> values) {}

    /**
     * A row as it is to be.
     *
     * @param subject what people call it
     * @param owner the client, as the source counts; null for a client
     * @param values of the columns, in their order; null for none
     */
    record Wanted(Key key, String subject, String owner, List<Object> values) {

        Wanted {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** A row that changes, or is new. */
    private record Written(long id, Wanted wanted) {}

    private final DataSource dataSource;
    private final String name;
    private final String sequence;
    private final List<Column> columns;

    RegisterTable(DataSource dataSource, String name, List<Column> columns) {
        this.dataSource = dataSource;
        this.name = name;
        this.sequence = name + "_seq";
        this.columns = List.copyOf(columns);
    }

    Map<Key, Kept> find(List<Key> keys) {
        Map<Key, Kept> kept = new HashMap<>();
        Map<String, List<Key>> bySource = keys.stream().distinct().collect(Collectors.groupingBy(Key::source));
        bySource.forEach((source, all) -> {
            for (int first = 0; first < all.size(); first += AT_ONCE) {
                find(source, all.subList(first, Math.min(all.size(), first + AT_ONCE)), kept);
            }
        });
        return kept;
    }

    /** Nobody else changes them until the transaction ends. */
    void lock(List<Key> keys) {
        keys.stream().distinct().collect(Collectors.groupingBy(Key::source)).forEach((source, all) -> {
            for (int first = 0; first < all.size(); first += AT_ONCE) {
                lock(source, all.subList(first, Math.min(all.size(), first + AT_ONCE)));
            }
        });
    }

    private void lock(String source, List<Key> some) {
        Rows.query(
                dataSource,
                "select id from " + name + " where source = ? and source_id in (" + marks(some.size())
                        + ") order by id for update",
                row -> row.getLong(1),
                Stream.concat(Stream.of(source), some.stream().map(Key::id)).toArray());
    }

    private void find(String source, List<Key> some, Map<Key, Kept> kept) {
        List<Object> values = new ArrayList<>();
        values.add(source);
        some.forEach(key -> values.add(key.id()));
        Rows.query(
                dataSource,
                "select id, source_id, " + names() + " from " + name + " where source = ? and source_id in ("
                        + marks(some.size()) + ")",
                row -> {
                    List<Object> found = new ArrayList<>();
                    for (Column column : columns) {
                        found.add(row.getObject(column.name(), column.javaType()));
                    }
                    return kept.put(
                            new Key(source, row.getString("source_id")),
                            new Kept(row.getLong("id"), Collections.unmodifiableList(found)));
                },
                values.toArray());
    }

    /** What would change, in the order of the rows; nothing for those that stay. */
    List<RegisterChange> difference(Map<Key, Kept> kept, List<Wanted> rows) {
        List<RegisterChange> changes = new ArrayList<>();
        for (Wanted row : rows) {
            Kept old = kept.get(row.key());
            List<String> fields = fields(old, row);
            if (old == null || !fields.isEmpty()) {
                changes.add(new RegisterChange(
                        old == null ? RegisterChange.Action.ADD : RegisterChange.Action.CHANGE, row.subject(), fields));
            }
        }
        return changes;
    }

    private List<String> fields(Kept old, Wanted row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object before = old == null ? null : old.values().get(i);
            Object after = row.values().get(i);
            if (!Objects.equals(before, after)) {
                fields.add(columns.get(i).label() + ": " + change(old, before, after, i == 0 ? row.owner() : null));
            }
        }
        return fields;
    }

    /** Ids of this database say nothing to a person. */
    private static String change(Kept old, Object before, Object after, String owner) {
        if (owner != null) {
            return old == null ? owner : "another -> " + owner;
        }
        return old == null ? shown(after) : shown(before) + " -> " + shown(after);
    }

    private static String shown(Object value) {
        return value == null ? "none" : value.toString();
    }

    /**
     * Writes those that differ.
     *
     * @param own columns that are written with each, as {@code changed_by}, with their values
     * @return the ids of all rows, also of those that stay
     */
    Map<Key, Long> write(Map<Key, Kept> kept, List<Wanted> rows, Map<String, Object> own, Map<String, Object> ofNew) {
        Map<Key, Long> ids = new HashMap<>();
        kept.forEach((key, old) -> ids.put(key, old.id()));
        List<Wanted> added =
                rows.stream().filter(row -> !kept.containsKey(row.key())).toList();
        List<Written> changed = rows.stream()
                .filter(row -> kept.containsKey(row.key())
                        && !kept.get(row.key()).values().equals(row.values()))
                .map(row -> new Written(kept.get(row.key()).id(), row))
                .toList();
        List<Long> fresh = ids(added.size());
        List<Written> inserted = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            ids.put(added.get(i).key(), fresh.get(i));
            inserted.add(new Written(fresh.get(i), added.get(i)));
        }
        Map<String, Object> first = new HashMap<>(own);
        first.putAll(ofNew);
        insert(inserted, first);
        update(changed, own);
        return ids;
    }

    private void insert(List<Written> rows, Map<String, Object> own) {
        List<String> names = List.copyOf(own.keySet());
        String sql = "insert into " + name + " (id, version, source, source_id, " + names()
                + names.stream().map(each -> ", " + each).collect(Collectors.joining()) + ") values ("
                + marks(4 + columns.size() + names.size()) + ")";
        Rows.batch(dataSource, sql, rows, (statement, row) -> {
            statement.setLong(1, row.id());
            statement.setInt(2, 1);
            statement.setString(3, row.wanted().key().source());
            statement.setString(4, row.wanted().key().id());
            int next = bind(statement, 5, row.wanted());
            for (String each : names) {
                statement.setObject(next++, own.get(each));
            }
        });
    }

    private void update(List<Written> rows, Map<String, Object> own) {
        List<String> names = List.copyOf(own.keySet());
        String sql = "update " + name + " set version = version + 1"
                + columns.stream().map(each -> ", " + each.name() + " = ?").collect(Collectors.joining())
                + names.stream().map(each -> ", " + each + " = ?").collect(Collectors.joining()) + " where id = ?";
        Rows.batch(dataSource, sql, rows, (statement, row) -> {
            int next = bind(statement, 1, row.wanted());
            for (String each : names) {
                statement.setObject(next++, own.get(each));
            }
            statement.setLong(next, row.id());
        });
    }

    private int bind(PreparedStatement statement, int from, Wanted row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setObject(from + i, row.values().get(i), columns.get(i).type());
        }
        return from + columns.size();
    }

    /** A number of the sequence is the last of a block of fifty, as JPA has it; each block serves one row here, which costs nothing but numbers. */
    private List<Long> ids(int count) {
        if (count == 0) {
            return List.of();
        }
        return Rows.query(
                dataSource,
                isH2()
                        ? "select next value for " + sequence + " from system_range(1, ?)"
                        : "select nextval('" + sequence + "') from generate_series(1, ?)",
                row -> row.getLong(1),
                count);
    }

    private boolean isH2() {
        try (Connection connection = dataSource.getConnection()) {
            return "H2".equals(connection.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
