package net.niner.status.account;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.niner.status.platform.Rows;

/** A filter in SQL, and how far a reader has come. */
final class AuditCondition {

    static final int PAGE = 500;

    private final StringBuilder text = new StringBuilder(" where 1 = 1");
    private final List<Object> values = new ArrayList<>();

    AuditCondition(AuditFilter filter) {
        like("who", filter.who(), "%");
        like("action", filter.action(), "");
        like("subject", filter.subject(), "%");
        day("happened_at >= ?", filter.from(), 0);
        day("happened_at < ?", filter.to(), 1);
    }

    private void like(String column, String wanted, String start) {
        if (wanted != null && !wanted.isBlank()) {
            String escaped = wanted.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            and("lower(" + column + ") like ? escape '!'", start + escaped + "%");
        }
    }

    private void day(String comparison, LocalDate day, int later) {
        if (day != null) {
            and(
                    comparison,
                    Rows.time(day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
    }

    AuditCondition after(long id) {
        and("id > ?", id);
        return this;
    }

    AuditCondition upTo(long id) {
        and("id <= ?", id);
        return this;
    }

    private void and(String condition, Object value) {
        text.append(" and ").append(condition);
        values.add(value);
    }

    String text() {
        return text.toString();
    }

    String page() {
        return text + " order by id limit " + PAGE;
    }

    Object[] values() {
        return values.toArray();
    }
}
