package net.niner.status.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What rows must fulfil, put together from what a person chose; and a page of those that do. Values are bound, never written into the text. */
public final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    public Conditions and(String condition, Object... bound) {
        texts.add(condition);
        values.addAll(Arrays.asList(bound));
        return this;
    }

    /** One of the columns holds the text, in any case; nothing is asked where there is no text. */
    public Conditions holds(String text, String... columns) {
        if (text == null || text.isBlank()) {
            return this;
        }
        String pattern = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return and(
                Stream.of(columns)
                        .map(column -> "lower(" + column + ") like ? escape '!'")
                        .collect(Collectors.joining(" or ", "(", ")")),
                Stream.of(columns).map(column -> (Object) pattern).toArray());
    }

    /**
     * What stands after {@code from}.
     *
     * @param values those that it binds, which come before those of the conditions
     */
    public record Tables(String text, List<Object> values) {

        public Tables(String text) {
            this(text, List.of());
        }
    }

    /**
     * @param columns what stands between {@code select} and {@code from}
     * @param tables where rows come from
     * @param counted where they are counted: the same, or fewer where the others neither add rows nor take any away
     * @param order what stands after {@code order by}
     * @param most 0 to count only
     */
    public <T> Page<T> page(
            DataSource source,
            String columns,
            Tables tables,
            Tables counted,
            String order,
            int first,
            int most,
            Rows.Reader<T> reader) {
        int total = Rows.query(source, "select count(*)" + from(counted), row -> row.getInt(1), bound(counted))
                .get(0);
        if (most == 0) {
            return new Page<>(List.of(), total);
        }
        return new Page<>(
                Rows.query(
                        source,
                        "select " + columns + from(tables) + " order by " + order
                                + " offset ? rows fetch next ? rows only",
                        reader,
                        bound(tables, Math.max(0, first), most)),
                total);
    }

    private String from(Tables tables) {
        return " from " + tables.text() + (texts.isEmpty() ? "" : " where " + String.join(" and ", texts));
    }

    private Object[] bound(Tables tables, Object... last) {
        List<Object> bound = new ArrayList<>(tables.values());
        bound.addAll(values);
        bound.addAll(Arrays.asList(last));
        return bound.toArray();
    }
}
