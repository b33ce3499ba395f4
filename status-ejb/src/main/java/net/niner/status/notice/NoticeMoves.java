package net.niner.status.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import net.niner.status.platform.Rows;

/**
 * Takes notices from one state to another, with a line in the history of each. Who moves a notice stamps it, so that the lines are those of what
 * was really moved, whatever others do at the same time. In the caller's transaction.
 *
 * @param who null for the site itself
 */
record NoticeMoves(DataSource source, Instant now, String who) {

    private static final int WORDS_LENGTH = 1000;

    /**
     * @param also what else is set, as in {@code , due_at = ?}; may be empty
     * @param which the condition
     * @param values those of {@code also} and then those of {@code which}
     * @return how many
     */
    int move(NoticeState to, String what, String also, String which, Object... values) {
        String stamp = UUID.randomUUID().toString();
        String words = cut(what);
        List<Object> bound = new ArrayList<>(List.of(to.name(), words, Rows.time(now), stamp));
        bound.addAll(Arrays.asList(values));
        int moved = Rows.update(
                source,
                "update notice set state = ?, reason = ?, changed_at = ?, claim = ?, step = null" + also + " where "
                        + which,
                bound.toArray());
        if (moved > 0) {
            Rows.update(
                    source,
                    "insert into notice_event (notice_id, happened_at, state, what, who)"
                            + " select id, changed_at, state, reason, cast(? as varchar(300)) from notice where claim = ?",
                    who == null ? "" : who,
                    stamp);
        }
        return moved;
    }

    static String cut(String words) {
        String clean = words.replace('\0', ' ');
        return clean.length() > WORDS_LENGTH ? clean.substring(0, WORDS_LENGTH - 1) + "…" : clean;
    }
}
