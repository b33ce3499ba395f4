package net.niner.status.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, for the eye. */
final class Table {

    private static final String FORM = "| %-52s | %14s | %-34s | %8s | %-14s |%n";

    private final List<String[]> rows = new ArrayList<>();

    void row(String figure, String value, String yardstick, String ratio, String aim) {
        rows.add(new String[] {figure, value, yardstick, ratio, aim});
        print(rows.get(rows.size() - 1));
    }

    void row(String figure, double value, String aim) {
        row(figure, number(value), "", "", aim);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }

    void print() {
        System.out.println();
        print(new String[] {"figure", "value", "yardstick", "ratio", "aim"});
        print(new String[] {"---", "---", "---", "---", "---"});
        rows.forEach(Table::print);
    }

    private static void print(String[] row) {
        System.out.printf(FORM, (Object[]) row);
    }
}
