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
     * @param columns what stands between {@code select} and {@code from}
     * @param tables what stands after {@code from}; its values, if any, come before those of the conditions
     * @param order what stands after {@code order by}
     * @param most 0 to count only
     */
    public <T> Page<T> page(
            DataSource source,
            String columns,
            String tables,
            List<Object> tableValues,
            String order,
            int first,
            int most,
            Rows.Reader<T> reader) {
        List<Object> bound = new ArrayList<>(tableValues);
        bound.addAll(values);
        String from = " from " + tables + (texts.isEmpty() ? "" : " where " + String.join(" and ", texts));
        int total = Rows.query(source, "select count(*)" + from, row -> row.getInt(1), bound.toArray())
                .get(0);
        if (most == 0) {
            return new Page<>(List.of(), total);
        }
        bound.add(Math.max(0, first));
        bound.add(most);
        return new Page<>(
                Rows.query(
                        source,
                        "select " + columns + from + " order by " + order + " offset ? rows fetch next ? rows only",
                        reader,
                        bound.toArray()),
                total);
    }
}
