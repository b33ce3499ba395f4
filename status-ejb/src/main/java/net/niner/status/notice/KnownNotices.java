package net.niner.status.notice;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/** Which notices exist already: for those who only want to say what they would enqueue. */
@Stateless
public class KnownNotices {

    private static final int AT_ONCE = 500;

    @Resource(lookup = "jdbc/status")
    private DataSource dataSource;

    /** Those of the keys, as {@link NoticeKey#text}, that exist. */
    public Set<String> among(List<String> keys) {
        Set<String> known = new HashSet<>();
        for (int first = 0; first < keys.size(); first += AT_ONCE) {
            List<String> some = keys.subList(first, Math.min(keys.size(), first + AT_ONCE));
            known.addAll(Rows.query(
                    dataSource,
                    "select notice_key from notice where notice_key in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ")",
                    row -> row.getString(1),
                    some.toArray()));
        }
        return known;
    }
}
