package net.niner.status.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A notice that this site has claimed, and is about to send.
 *
 * @param claim the token by which it is this one's
 * @param attempts how often it was tried before
 */
public record Outgoing(
        long id,
        String claim,
        NoticeKey key,
        Audience audience,
        String address,
        Locale language,
        ZoneId zone,
        MailText text,
        int attempts,
        String messageId) {

    static final String COLUMNS =
            "id, claim, kind, audience, subject_ref, recipient_ref, stage, revision, address, language, zone, subject,"
                    + " text_body, html_body, attempts, message_id";

    /** Where mail for it is delivered to, in small letters; empty for what is no address. */
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    static Outgoing of(ResultSet row) throws SQLException {
        return new Outgoing(
                row.getLong("id"),
                row.getString("claim"),
                new NoticeKey(
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("subject_ref"),
                        row.getString("recipient_ref"),
                        row.getString("stage"),
                        row.getInt("revision")),
                Audience.valueOf(row.getString("audience")),
                row.getString("address"),
                Locale.forLanguageTag(row.getString("language")),
                zone(row.getString("zone")),
                new MailText(row.getString("subject"), row.getString("text_body"), row.getString("html_body")),
                row.getInt("attempts"),
                row.getString("message_id"));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException goneFromTheRules) {
            return ZoneOffset.UTC;
        }
    }
}
