package net.niner.status.history;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** How large the packed history is, and how the oldest of it goes: some at a time, and never hours of days that are not summed up yet. */
@Stateless
public class HistoryForgetting {

    private static final String OLDEST_SUMMED_UP = """
            select h.check_id, h.hour_number, h.row_bytes from hour_series h
            where h.hour_number < ? and exists
                (select 1 from day_series d where d.check_id = h.check_id and d.day_number = h.hour_number / 24)
            order by h.hour_number fetch first ? rows only
            """;

    private static final String OLDEST = "select min(hour_number) as oldest from hour_series";

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    private record Hour(long check, int number, int bytes) {}

    /** Forgets hours of days before then's, oldest first, at most so many; their days remain. Returns how many. */
    public int forget(Instant before, int most) {
        int hour = HourSeries.hourOf(before.truncatedTo(ChronoUnit.DAYS));
        return forget(hour, most).hours();
    }

    /** Forgets the oldest hours of days that are summed up, at most so many; their days remain. */
    public Forgotten forgetOldest(int most) {
        return forget(Integer.MAX_VALUE, most);
    }

    /** The keys come out of an index, and each row goes by its key: no statement looks at all rows. */
    private Forgotten forget(int before, int most) {
        List<Hour> oldest = Rows.query(
                dataSource,
                OLDEST_SUMMED_UP,
                row -> new Hour(row.getLong("check_id"), row.getInt("hour_number"), row.getInt("row_bytes")),
                before,
                most);
        Rows.batch(
                dataSource,
                "delete from hour_series where check_id = ? and hour_number = ?",
                oldest,
                (statement, hour) -> Rows.bind(statement, hour.check(), hour.number()));
        return new Forgotten(
                oldest.size(), oldest.stream().mapToLong(Hour::bytes).sum());
    }

    /** Forgets when checks knew nothing, where that ended before then. */
    public void forgetBlindness(Instant before) {
        Rows.update(dataSource, "delete from blind_span where ended_at < ?", Rows.time(before));
    }

    /** What the hours cost on disk, about, in bytes. */
    public long size() {
        return Rows.query(
                        dataSource,
                        "select coalesce(sum(cast(row_bytes as bigint)), 0) as total from hour_series",
                        row -> row.getLong("total"))
                .get(0);
    }

    /** The beginning of the oldest hour that is kept, null if there is none. */
    public Instant oldest() {
        Integer hour = Rows.query(dataSource, OLDEST, row -> row.getObject("oldest", Integer.class))
                .get(0);
        return hour == null ? null : HourSeries.beginning(hour);
    }
}
