package net.niner.status.web.board;

import java.time.Instant;
import java.util.Locale;
import net.niner.status.board.Agreement;
import net.niner.status.board.Glance.Line;
import net.niner.status.board.Observed;
import net.niner.status.probe.Outcome;
import net.niner.status.server.DeclaredStatus;
import net.niner.status.web.platform.Assets;
import net.niner.status.web.platform.Moment;
import net.niner.status.web.platform.Words;

/**
 * One server, as a row of the table.
 *
 * @param flag address of the country's flag
 * @param place city and country, in the visitor's language
 * @param detail what stands beside the ping: its latency, or why it is unknown; may be empty
 * @param note what the two columns leave open, null if nothing
 * @param since the instant with which the note ends, null if it has none
 * @param announcement what to say when this row changes: no latency, since that changes all the time
 */
public record Row(
        String code,
        String flag,
        String role,
        String place,
        DeclaredStatus declared,
        String status,
        Outcome outcome,
        String ping,
        String detail,
        String note,
        Moment since,
        String announcement) {

    static Row of(Line line, Words words, Assets assets) {
        Observed seen = line.observed();
        String status = words.of("status", line.declared());
        String ping = words.of("ping", seen.ping());
        String country = new Locale("", line.country()).getDisplayCountry(words.locale());
        String note = note(line, words);
        return new Row(
                line.code(),
                assets.flag(line.country()),
                words.of("role", line.role()),
                words.of("place", line.city(), country),
                line.declared(),
                status,
                seen.ping(),
                ping,
                detail(seen, words),
                note,
                note == null || seen.since() == null ? null : moment(seen.since(), words),
                words.of("row.announcement", line.code(), status, ping));
    }

    /** Where the page of this server is. */
    public String href() {
        return "/systems/" + code;
    }

    /** True if the row should catch the eye. */
    public boolean disagrees() {
        return note != null;
    }

    private static String detail(Observed seen, Words words) {
        if (seen.latency() != null) {
            return new Latency(seen.latency()).text(words);
        }
        return seen.ping() == Outcome.UNKNOWN ? words.of("unknown", seen.reason()) : "";
    }

    private static String note(Line line, Words words) {
        Agreement agreement = Agreement.of(line);
        boolean down = line.observed().ping() == Outcome.DOWN;
        String since = line.observed().since() == null ? "" : ".since";
        return switch (agreement) {
            case UNDECLARED -> words.of("note.undeclared" + since);
            case ANSWERS_ALL_THE_SAME -> words.of("note.answers" + since, words.of("status", line.declared()));
            case AGREED -> down ? words.of("note.down" + since) : null;
        };
    }

    private static Moment moment(Instant at, Words words) {
        return new Moment(at, words.locale());
    }
}
